#!/usr/bin/env python3
"""Make the base layers of the maps: borders, rivers, lakes and coast.

Needs the Debian packages gmt and gmt-gshhg-high, and nothing else beyond
Python's standard library:

    apt-get install gmt gmt-gshhg-high
    python3 Content/geo/make.py

The lines are those of GSHHG (shores) and of the World Data Bank II (rivers and
borders), cut to 35-48 E, 29-38 N. The data bank's rivers have no names, so the
named ones are found here: each is the shortest way along the drawn lines
between points that are known to lie on it. Coordinates have three decimals,
and the same packages give the same bytes each time.
"""
import heapq
import json
import math
import os
import subprocess
import tempfile

WEST, EAST, SOUTH, NORTH = 35, 48, 29, 38
FOLDER = os.path.dirname(os.path.abspath(__file__))
ATTRIBUTION = {
    "rivers": "Rivers: World Data Bank II, from GSHHG 2.3.7 (P. Wessel and W. H. F. Smith), "
              "extracted with GMT; joined and named for this portal",
    "borders": "Borders: World Data Bank II, from GSHHG 2.3.7 (P. Wessel and W. H. F. Smith), "
               "extracted with GMT; they are shown for orientation and imply no position on any frontier",
    "shores": "Shores: GSHHG 2.3.7 (P. Wessel and W. H. F. Smith), extracted with GMT",
}
LICENCE = "GNU Lesser General Public License, version 3 or later"

# A river is a way through these points, in order (longitude, latitude).
NAMED = [
    ("euphrates", {"en": "Euphrates", "ar": "الفرات"},
     [(38.60, 38.00), (38.90, 35.95), (40.43, 35.16), (40.98, 34.42), (42.00, 34.42),
      (43.00, 33.53), (44.26, 32.75), (46.40, 31.00), (47.43, 31.00)]),
    ("khabur", {"en": "Khabur", "ar": "الخابور"},
     [(40.10, 36.80), (40.75, 36.50), (40.75, 35.75), (40.43, 35.16)]),
    ("tigris", {"en": "Tigris", "ar": "دجلة"},
     [(40.24, 38.00), (42.36, 37.06), (43.13, 36.34), (43.37, 35.25), (44.40, 33.34),
      (46.75, 32.40), (47.43, 31.00), (48.00, 30.45)]),
    ("great-zab", {"en": "Great Zab", "ar": "الزاب الكبير"},
     [(44.27, 36.80), (43.33, 36.00)]),
    ("little-zab", {"en": "Little Zab", "ar": "الزاب الصغير"},
     [(44.86, 36.00), (43.41, 35.24)]),
    ("diyala", {"en": "Diyala", "ar": "ديالى"},
     [(45.60, 35.05), (44.51, 33.22)]),
    ("orontes", {"en": "Orontes", "ar": "العاصي"},
     [(36.88, 35.00), (36.35, 35.70), (36.00, 36.05)]),
]


def gmt(*options):
    """The segments `gmt coast` gives, as (header, points)."""
    region = f"-R{WEST}/{EAST}/{SOUTH}/{NORTH}"
    with tempfile.TemporaryDirectory() as scratch:      # gmt leaves a history file where it runs
        run = subprocess.run(["gmt", "coast", region, "-Dh", "-M", *options],
                             check=True, capture_output=True, text=True, cwd=scratch)
    segments = []
    for line in run.stdout.splitlines():
        if line.startswith(">"):
            segments.append((line, []))
        elif line and not line.startswith("#"):
            x, y = line.split()[:2]
            point = (round(float(x), 3), round(float(y), 3))
            points = segments[-1][1]
            if not points or points[-1] != point:
                points.append(point)
    return [(header, points) for header, points in segments if len(points) > 1]


def distance(a, b):
    scale = math.cos(math.radians((a[1] + b[1]) / 2))
    return math.hypot((a[0] - b[0]) * scale, a[1] - b[1])


def join(lines, tolerance=0.0015):
    """Lines that meet end to end, two at a time, become one."""
    lines = [list(line) for line in sorted(lines)]
    done = False
    while not done:
        done = True
        ends = {}
        for index, line in enumerate(lines):
            for end in (line[0], line[-1]):
                ends.setdefault((round(end[0] / tolerance), round(end[1] / tolerance)), []).append(index)
        for key in sorted(ends):
            if len(ends[key]) != 2 or ends[key][0] == ends[key][1]:
                continue
            i, j = ends[key]
            a, b = lines[i], lines[j]
            if min(distance(a[-1], b[0]), distance(a[-1], b[-1])) > min(distance(a[0], b[0]), distance(a[0], b[-1])):
                a = a[::-1]
            if distance(a[-1], b[-1]) < distance(a[-1], b[0]):
                b = b[::-1]
            lines[i] = a + (b[1:] if a[-1] == b[0] else b)
            del lines[j]
            done = False
            break
    return lines


def simplify(line, tolerance):
    """Douglas and Peucker."""
    if len(line) < 3:
        return list(line)
    a, b = line[0], line[-1]
    length = distance(a, b)
    scale = math.cos(math.radians(a[1]))
    worst, at = 0, 0
    for index in range(1, len(line) - 1):
        p = line[index]
        if length == 0:
            away = distance(a, p)
        else:
            away = abs((b[0] - a[0]) * (a[1] - p[1]) - (a[0] - p[0]) * (b[1] - a[1])) * scale / length
        if away > worst:
            worst, at = away, index
    if worst <= tolerance:
        return [a, b]
    return simplify(line[:at + 1], tolerance)[:-1] + simplify(line[at:], tolerance)


class Network:
    """The rivers as a graph, whose nodes are the points of the lines."""

    def __init__(self, lines, reach=0.03):
        self.edges = {}
        for line in lines:
            for a, b in zip(line, line[1:]):
                self.link(a, b, distance(a, b))
        # The lines of different ranks do not always meet: bridge short gaps at their ends.
        nodes = sorted(self.edges)
        for line in lines:
            for end in (line[0], line[-1]):
                own = set(line)
                near = [(distance(end, n), n) for n in nodes
                        if abs(n[0] - end[0]) < reach and abs(n[1] - end[1]) < reach and n not in own]
                if near:
                    gap, node = min(near)
                    self.link(end, node, gap * 3)
        self.nodes = sorted(self.edges)

    def link(self, a, b, cost):
        self.edges.setdefault(a, {}).setdefault(b, cost)
        self.edges.setdefault(b, {}).setdefault(a, cost)

    def nearest(self, point):
        return min((distance(point, n), n) for n in self.nodes)[1]

    def way(self, start, goal):
        best, before, queue = {start: 0}, {}, [(0, start)]
        while queue:
            cost, node = heapq.heappop(queue)
            if node == goal:
                break
            if cost > best[node]:
                continue
            for other, step in sorted(self.edges[node].items()):
                if cost + step < best.get(other, math.inf):
                    best[other] = cost + step
                    before[other] = node
                    heapq.heappush(queue, (cost + step, other))
        if goal not in best:
            raise SystemExit(f"no way along the rivers from {start} to {goal}")
        way = [goal]
        while way[-1] != start:
            way.append(before[way[-1]])
        return way[::-1]

    def through(self, points):
        stops = [self.nearest(p) for p in points]
        way = [stops[0]]
        for a, b in zip(stops, stops[1:]):
            way += self.way(a, b)[1:]
        # A stop a little beside the course would leave a spur: cut it.
        clean = []
        for point in way:
            if point in clean:
                del clean[clean.index(point) + 1:]
            else:
                clean.append(point)
        return clean


def inside(point, ring):
    odd = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]):
        if (y1 > point[1]) != (y2 > point[1]) and point[0] < x1 + (point[1] - y1) / (y2 - y1) * (x2 - x1):
            odd = not odd
    return odd


def feature(kind, coordinates, **properties):
    return {"type": "Feature", "properties": properties,
            "geometry": {"type": kind, "coordinates": coordinates}}


def write(name, attribution, features):
    head = {"type": "FeatureCollection", "attribution": ATTRIBUTION[attribution], "licence": LICENCE}
    path = os.path.join(FOLDER, name + ".geojson")
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        text = json.dumps(head, ensure_ascii=False)[:-1]
        out.write(text + ', "features": [\n')
        out.write(",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features))
        out.write("\n]}\n")
    print(f"{name}: {len(features)} features, {os.path.getsize(path)} bytes")


def rivers():
    lines, perennial = [], []
    for rank in range(5):                    # 0 to 4: rivers that run all year
        got = [points for _, points in gmt(f"-I{rank}")]
        lines += got
        perennial += got
    network = Network(lines)
    features, taken, courses = [], set(), {}
    for key, name, points in NAMED:
        course = network.through(points)
        courses[key] = course
        taken.update(frozenset(pair) for pair in zip(course, course[1:]))
        features.append(feature("LineString", simplify(course, 0.0015), id=key, name=name, rank=1 if key in
                                ("euphrates", "tigris", "khabur") else 2))
    rest = []
    for line in perennial:                   # what is left is drawn without a name
        part = [line[0]]
        for a, b in zip(line, line[1:]):
            if frozenset((a, b)) in taken:
                if len(part) > 1:
                    rest.append(part)
                part = [b]
            else:
                part.append(b)
        if len(part) > 1:
            rest.append(part)
    for line in sorted(join(rest)):
        if sum(distance(a, b) for a, b in zip(line, line[1:])) > 0.1:
            features.append(feature("LineString", simplify(line, 0.005), rank=3))
    write("rivers", "rivers", features)
    return courses


def borders():
    lines = join([points for _, points in gmt("-N1")])
    write("borders", "borders", [feature("LineString", simplify(line, 0.002)) for line in sorted(lines)])


def shores(courses):
    segments = gmt("-W")
    coast = join([points for header, points in segments if header.endswith("Level 1")])
    write("coast", "shores", [feature("LineString", simplify(line, 0.004)) for line in sorted(coast)])
    course = courses["tigris"] + courses["euphrates"]
    lakes = []
    for line in sorted(join([points for header, points in segments if header.endswith("Level 2")])):
        if line[0] != line[-1] and distance(line[0], line[-1]) < 0.01:
            line = line + [line[0]]
        if line[0] != line[-1]:
            # Cut by the edge of the map: close it along the edge where both ends lie on one.
            same = [i for i, edge in ((0, WEST), (0, EAST), (1, SOUTH), (1, NORTH))
                    if abs(line[0][i] - edge) < 0.01 and abs(line[-1][i] - edge) < 0.01]
            if not same:
                continue
            line = line + [line[0]]
        if sum(inside(p, line) for p in course) > 20:
            continue                         # the broad reach of a river, which is among the rivers
        ring = simplify(line, 0.004)
        if len(ring) > 3:
            lakes.append(feature("Polygon", [ring]))
    write("lakes", "shores", lakes)


def main():
    borders()
    shores(rivers())


main()
