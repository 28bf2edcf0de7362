"""The walk of every home to its nearest school and the flows on the way with SciPy: one tree of all
schools, then sums over its subtrees. On the graph Relais exported; the walks are compared.

usage: school_routes.py DIR [RUNS]
"""

import sys

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from timing import report, stage

folder = sys.argv[1] + "/"
runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5


def read(name, kind):
    return np.fromfile(folder + name, kind).astype(np.int64)


tails, heads, lengths = (read(name + ".u32", np.uint32) for name in ("tails", "heads", "lengths"))
nodes = int(max(tails.max(), heads.max())) + 1
places = []
for who in ("school", "home"):
    edges = read(who + "_edges.u32", np.uint32)
    places.append((edges, read(who + "_offsets.i64", np.int64),
                   read(who + "_connectors.i64", np.int64), edges != 0xFFFFFFFF))
expected = read("walks.i64", np.int64)

# Schools are nodes of their own; homes attach to both ends of their edge.
edges, offsets, connectors, attached = places[0]
edges, offsets, connectors = edges[attached], offsets[attached], connectors[attached]
schools = nodes + np.arange(len(edges))
from_node = np.concatenate([tails, heads, schools, schools])
to_node = np.concatenate([heads, tails, tails[edges], heads[edges]])
cost = np.concatenate([lengths, lengths, connectors + offsets,
                       connectors + lengths[edges] - offsets])
order = np.lexsort((cost, to_node, from_node))
from_node, to_node, cost = from_node[order], to_node[order], cost[order]
kept = np.ones(len(cost), bool)
kept[1:] = (from_node[1:] != from_node[:-1]) | (to_node[1:] != to_node[:-1])
kept &= from_node != to_node
size = nodes + len(schools)
graph = csr_matrix((cost[kept].astype(np.float64), (from_node[kept], to_node[kept])),
                   shape=(size, size))
home_edges, home_offsets, home_connectors, home_attached = places[1]
e = np.where(home_attached, home_edges, 0)


def routes():
    distance, before, _ = dijkstra(graph, directed=True, indices=schools, min_only=True,
                                   return_predecessors=True)
    by_tail = distance[tails[e]] + home_offsets
    by_head = distance[heads[e]] + lengths[e] - home_offsets
    # Homes on a school's own edge may walk straight.
    straight = np.full(len(e), np.inf)
    for edge, offset, connector in zip(edges, offsets, connectors):
        same = home_attached & (home_edges == edge)
        straight[same] = np.minimum(straight[same],
                                    connector + np.abs(home_offsets[same] - offset))
    walk = np.minimum(straight, np.minimum(by_tail, by_head))
    flow = np.zeros(size)
    passes = home_attached & np.isfinite(walk) & (walk < straight)
    np.add.at(flow, np.where(by_tail <= by_head, tails[e], heads[e])[passes], 1)
    for node in np.argsort(-np.where(np.isfinite(distance), distance, -1)):
        if flow[node] and before[node] >= 0:
            flow[before[node]] += flow[node]
    return np.where(home_attached, walk + home_connectors, np.inf), flow


walk, _ = stage("school routes, snap included", routes, "home", lambda _: len(e), runs=runs)
found = np.where(np.isfinite(walk), walk, -1).astype(np.int64)
report(check="school routes", equal=bool(np.array_equal(found, expected)),
       differing=int((found != expected).sum()))
