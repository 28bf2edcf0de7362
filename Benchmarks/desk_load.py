#!/usr/bin/env python3
"""Twenty people at a desk for a minute: how long answers take, and whether any fails.

usage: desk_load.py ADDRESS NAME PASSWORD [PEOPLE] [SECONDS]

The server runs on this machine (`relais serve`); the account is an agent's. Each person reads pages, searches, asks for
scenarios and records visits, with a breath between. Prints a line for each kind of request: count, median, 99th of 100,
longest, in milliseconds; ends with 1 if an answer was wrong.
"""

import http.client
import json
import random
import sys
import threading
import time
import urllib.parse


class Person(threading.Thread):
    def __init__(self, number, host, cookie, codes, box, end, times, wrong):
        super().__init__()
        self.random = random.Random(number)
        self.host, self.cookie, self.codes, self.box = host, cookie, codes, box
        self.end, self.times, self.wrong = end, times, wrong

    def run(self):
        link = http.client.HTTPConnection(self.host, timeout=60)
        while time.monotonic() < self.end:
            kind, method, path, body = self.wish()
            headers = {"Cookie": self.cookie}
            if body is not None:
                headers["Content-Type"] = "application/json"
                body = json.dumps(body)
            begun = time.monotonic()
            try:
                link.request(method, path, body, headers)
                answer = link.getresponse()
                answer.read()
                if answer.status >= 400:
                    self.wrong.append(f"{method} {path}: {answer.status}")
            except OSError as error:
                self.wrong.append(f"{method} {path}: {error}")
                link = http.client.HTTPConnection(self.host, timeout=60)
            self.times.setdefault(kind, []).append(time.monotonic() - begun)
            time.sleep(self.random.uniform(0.05, 0.3))

    def wish(self):
        chance = self.random.random()
        code = self.random.choice(self.codes)
        if chance < 0.25:
            return "page", "GET", "/desk/e/" + code, None
        if chance < 0.4:
            return "search", "GET", "/desk/suggest?q=" + urllib.parse.quote(self.random.choice("abcdelmprst") + "a"), None
        if chance < 0.5:
            return "today", "GET", "/desk", None
        if chance < 0.9:
            west, south, east, north = self.box
            place = {"lon": self.random.uniform(west, east), "lat": self.random.uniform(south, north)}
            return "scenario", "POST", "/api/v1/scenario", {"add": [place], "distance_m": 300}
        return "visit", "POST", f"/api/v1/establishments/{code}/events", {"kind": "follow-up"}


def main(address, name, password, people=20, seconds=60):
    host = urllib.parse.urlparse(address).netloc
    link = http.client.HTTPConnection(host, timeout=120)
    link.request("POST", "/api/v1/session", json.dumps({"name": name, "password": password}),
                 {"Content-Type": "application/json"})
    answer = link.getresponse()
    answer.read()
    cookie = answer.getheader("Set-Cookie").split(";")[0]
    link.request("GET", "/api/v1/establishments?state=adherent", headers={"Cookie": cookie})
    found = json.loads(link.getresponse().read())["establishments"]
    placed = [one for one in found if one["lon"] is not None]
    box = (min(o["lon"] for o in placed), min(o["lat"] for o in placed),
           max(o["lon"] for o in placed), max(o["lat"] for o in placed))
    link.request("GET", "/api/v1/coverage", headers={"Cookie": cookie})
    link.getresponse().read()
    times, wrong = {}, []
    end = time.monotonic() + float(seconds)
    crowd = [Person(n, host, cookie, [o["code"] for o in found], box, end, times, wrong) for n in range(int(people))]
    for person in crowd:
        person.start()
    for person in crowd:
        person.join()
    print(f"{'request':<10}{'count':>8}{'median':>10}{'99 %':>10}{'longest':>10}")
    for kind, own in sorted(times.items()):
        own.sort()
        print(f"{kind:<10}{len(own):>8}{own[len(own) // 2] * 1000:>10.1f}"
              f"{own[min(len(own) - 1, len(own) * 99 // 100)] * 1000:>10.1f}{own[-1] * 1000:>10.1f}")
    for line in wrong[:10]:
        print(line)
    print(f"{len(wrong)} wrong answers")
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
