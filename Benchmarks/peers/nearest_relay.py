"""The nearest relay of every node with SciPy, on the graph Relais exported; answers are compared.

usage: nearest_relay.py DIR [RUNS]
"""

import sys

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from timing import report, stage

folder = sys.argv[1] + "/"
runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
tails, heads, lengths = (np.fromfile(folder + name + ".u32", np.uint32).astype(np.int64)
                         for name in ("tails", "heads", "lengths"))
edges = np.fromfile(folder + "relay_edges.u32", np.uint32).astype(np.int64)
offsets = np.fromfile(folder + "relay_offsets.i64", np.int64)
connectors = np.fromfile(folder + "relay_connectors.i64", np.int64)
expected = np.fromfile(folder + "distances.i64", np.int64)
nodes = len(expected)

# A relay is a node of its own, with an arc to either end of its edge.
relays = nodes + np.arange(len(edges))
from_node = np.concatenate([tails, heads, relays, relays])
to_node = np.concatenate([heads, tails, tails[edges], heads[edges]])
cost = np.concatenate([lengths, lengths, connectors + offsets,
                       connectors + lengths[edges] - offsets])
# Parallel edges would be added up: the shortest of each pair is kept, loops dropped.
order = np.lexsort((cost, to_node, from_node))
from_node, to_node, cost = from_node[order], to_node[order], cost[order]
kept = np.ones(len(cost), bool)
kept[1:] = (from_node[1:] != from_node[:-1]) | (to_node[1:] != to_node[:-1])
kept &= from_node != to_node
size = nodes + len(relays)
graph = csr_matrix((cost[kept].astype(np.float64), (from_node[kept], to_node[kept])),
                   shape=(size, size))


def nearest(limit):
    return dijkstra(graph, directed=True, indices=relays, min_only=True, limit=limit)


for name, limit in (("nearest relay", np.inf), ("nearest relay, 300 m", 300_000.0)):
    found = stage(name, lambda: nearest(limit), "arc", lambda _: 2 * len(lengths), runs=runs)
    reached = np.where((expected >= 0) & (expected <= limit), expected, np.inf)
    report(check=name, equal=bool(np.array_equal(found[:nodes], reached)), nodes=nodes,
           reached=int(np.isfinite(found[:nodes]).sum()),
           differing=int((found[:nodes] != reached).sum()))
