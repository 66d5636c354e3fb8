#!/usr/bin/env python3
"""Make the base layers of the maps: borders, coast, countries, governorates,
lakes and rivers.

Needs these Debian packages (the versions are those the files were made with),
and nothing else beyond Python's standard library:

    gmt             6.4.0+dfsg-2
    gmt-gshhg-high  2.3.7-6
    qgis-common     3.22.16+dfsg-1    for its world_map.gpkg

    apt-get install --no-install-recommends gmt gmt-gshhg-high qgis-common
    python3 Content/geo/make.py

The lines are those of GSHHG (shores) and of the World Data Bank II (rivers and
borders), cut to 35-48 E, 29-38 N. The data bank's rivers have no names, so the
named ones are found here: each is the shortest way along the drawn lines
between points that are known to lie on it. Governorates are the provinces of
Natural Earth, generalized to about a kilometre by QGIS; their outer edges are
moved onto the borders and the coast drawn here, so that no frontier is drawn
twice. Coordinates have three decimals, and the same packages give the same
bytes each time.
"""
import heapq
import json
import math
import os
import sqlite3
import struct
import subprocess
import tempfile

WEST, EAST, SOUTH, NORTH = 35, 48, 29, 38
WORLD_MAP = "/usr/share/qgis/resources/data/world_map.gpkg"
FOLDER = os.path.dirname(os.path.abspath(__file__))
ATTRIBUTION = {
    "rivers": "Rivers: World Data Bank II, from GSHHG 2.3.7 (P. Wessel and W. H. F. Smith), "
              "extracted with GMT; joined and named for this portal",
    "borders": "Borders: World Data Bank II, from GSHHG 2.3.7 (P. Wessel and W. H. F. Smith), "
               "extracted with GMT; they are shown for orientation and imply no position on any frontier",
    "shores": "Shores: GSHHG 2.3.7 (P. Wessel and W. H. F. Smith), extracted with GMT",
    "governorates": "Governorates: Natural Earth 4.1.0, generalized by QGIS; outer edges fitted to World Data Bank II "
                    "and GSHHG 2.3.7; they are shown for orientation and imply no position on any boundary",
    "countries": "Country labels: placed for this portal",
}
LGPL = "GNU Lesser General Public License, version 3 or later"
LICENCE = {
    "rivers": LGPL,
    "borders": LGPL,
    "shores": LGPL,
    "governorates": "Inner boundaries: public domain. Outer edges: " + LGPL,
    "countries": "CC0 1.0",
}

# A river is a way through these points, in order (longitude, latitude).
NAMED = [
    ("euphrates", {"en": "Euphrates", "fr": "Euphrate", "ar": "الفرات"},
     [(38.60, 38.00), (38.90, 35.95), (40.43, 35.16), (40.98, 34.42), (42.00, 34.42),
      (43.00, 33.53), (44.26, 32.75), (46.40, 31.00), (47.43, 31.00)]),
    ("khabur", {"en": "Khabur", "fr": "Khabour", "ar": "الخابور"},
     [(40.10, 36.80), (40.75, 36.50), (40.75, 35.75), (40.43, 35.16)]),
    ("tigris", {"en": "Tigris", "fr": "Tigre", "ar": "دجلة"},
     [(40.24, 38.00), (42.36, 37.06), (43.13, 36.34), (43.37, 35.25), (44.40, 33.34),
      (46.75, 32.40), (47.43, 31.00), (48.00, 30.45)]),
    ("great-zab", {"en": "Great Zab", "fr": "Grand Zab", "ar": "الزاب الكبير"},
     [(44.27, 36.80), (43.33, 36.00)]),
    ("little-zab", {"en": "Little Zab", "fr": "Petit Zab", "ar": "الزاب الصغير"},
     [(44.86, 36.00), (43.41, 35.24)]),
    ("diyala", {"en": "Diyala", "fr": "Diyala", "ar": "ديالى"},
     [(45.60, 35.05), (44.51, 33.22)]),
    ("orontes", {"en": "Orontes", "fr": "Oronte", "ar": "العاصي"},
     [(36.88, 35.00), (36.35, 35.70), (36.00, 36.05)]),
]

# A lake is named by a point in its water.
LAKES = [
    ("tharthar", {"en": "Lake Tharthar", "fr": "Lac Tharthar", "ar": "بحيرة الثرثار"}, (43.25, 34.00)),
    ("habbaniya", {"en": "Lake Habbaniya", "fr": "Lac Habbaniya", "ar": "بحيرة الحبانية"}, (43.45, 33.30)),
    ("razazza", {"en": "Lake Razazza", "fr": "Lac Razzaza", "ar": "بحيرة الرزازة"}, (43.65, 32.80)),
    ("dukan", {"en": "Lake Dukan", "fr": "Lac Dukan", "ar": "بحيرة دوكان"}, (44.93, 36.10)),
    ("darbandikhan", {"en": "Lake Darbandikhan", "fr": "Lac Darbandikhan", "ar": "بحيرة دربندخان"}, (45.75, 35.13)),
    ("urmia", {"en": "Lake Urmia", "fr": "Lac d’Ourmia", "ar": "بحيرة أرومية"}, (45.40, 37.70)),
    ("dead-sea", {"en": "Dead Sea", "fr": "Mer Morte", "ar": "البحر الميت"}, (35.48, 31.50)),
]

# Where a country's name can stand, on a map of Syria and Iraq where it reaches into one.
COUNTRIES = [
    ("syria", {"en": "Syria", "fr": "Syrie", "ar": "سوريا"}, (38.60, 35.00)),
    ("iraq", {"en": "Iraq", "fr": "Irak", "ar": "العراق"}, (42.60, 33.00)),
    ("turkey", {"en": "Turkey", "fr": "Turquie", "ar": "تركيا"}, (39.40, 37.15)),
    ("iran", {"en": "Iran", "fr": "Iran", "ar": "إيران"}, (46.25, 34.40)),
    ("jordan", {"en": "Jordan", "fr": "Jordanie", "ar": "الأردن"}, (37.80, 32.40)),
    ("lebanon", {"en": "Lebanon", "fr": "Liban", "ar": "لبنان"}, (35.90, 33.90)),
    ("saudi-arabia", {"en": "Saudi Arabia", "fr": "Arabie saoudite", "ar": "السعودية"}, (40.50, 30.80)),
    ("kuwait", {"en": "Kuwait", "fr": "Koweït", "ar": "الكويت"}, (47.60, 29.35)),
]

# Natural Earth's name of a province, and ours. The zone of disengagement that it keeps apart is Quneitra's.
GOVERNORATES = {
    "SYR": {
        "Aleppo": ("aleppo", "Aleppo", "Alep", "حلب"),
        "Ar Raqqah": ("raqqa", "Raqqa", "Raqqa", "الرقة"),
        "As Suwayda'": ("suwayda", "al-Suwayda", "Soueïda", "السويداء"),
        "Damascus": ("damascus", "Damascus", "Damas", "دمشق"),
        "Dar`a": ("daraa", "Daraa", "Deraa", "درعا"),
        "Dayr Az Zawr": ("deir-al-zor", "Deir al-Zor", "Deir ez-Zor", "دير الزور"),
        "Hamah": ("hama", "Hama", "Hama", "حماة"),
        "Hasaka (Al Haksa)": ("al-hasaka", "al-Hasaka", "Hassaké", "الحسكة"),
        "Homs (Hims)": ("homs", "Homs", "Homs", "حمص"),
        "Idlib": ("idlib", "Idlib", "Idleb", "إدلب"),
        "Lattakia": ("latakia", "Latakia", "Lattaquié", "اللاذقية"),
        "Quneitra": ("quneitra", "Quneitra", "Quneitra", "القنيطرة"),
        "UNDOF": ("quneitra", "Quneitra", "Quneitra", "القنيطرة"),
        "Rif Dimashq": ("rural-damascus", "Rural Damascus", "Rif Damas", "ريف دمشق"),
        "Tartus": ("tartus", "Tartus", "Tartous", "طرطوس"),
    },
    "IRQ": {
        "Al-Anbar": ("anbar", "Anbar", "Anbar", "الأنبار"),
        "Al-Basrah": ("basra", "Basra", "Bassorah", "البصرة"),
        "Al-Muthannia": ("muthanna", "Muthanna", "Muthanna", "المثنى"),
        "Al-Qādisiyyah": ("qadisiyyah", "Qadisiyyah", "Qadisiyya", "القادسية"),
        "An-Najaf": ("najaf", "Najaf", "Najaf", "النجف"),
        "Arbil": ("erbil", "Erbil", "Erbil", "أربيل"),
        "As-Sulaymaniyah": ("sulaymaniyah", "Sulaymaniyah", "Souleimaniye", "السليمانية"),
        "At-Ta'mim": ("kirkuk", "Kirkuk", "Kirkouk", "كركوك"),
        "Babil": ("babil", "Babil", "Babil", "بابل"),
        "Baghdad": ("baghdad", "Baghdad", "Bagdad", "بغداد"),
        "Dhi-Qar": ("dhi-qar", "Dhi Qar", "Dhi Qar", "ذي قار"),
        "Dihok": ("dohuk", "Dohuk", "Dohouk", "دهوك"),
        "Diyala": ("diyala", "Diyala", "Diyala", "ديالى"),
        "Karbala'": ("karbala", "Karbala", "Kerbala", "كربلاء"),
        "Maysan": ("maysan", "Maysan", "Maysan", "ميسان"),
        "Ninawa": ("nineveh", "Nineveh", "Ninive", "نينوى"),
        "Sala ad-Din": ("salaheddin", "Salaheddin", "Salah ad-Din", "صلاح الدين"),
        "Wasit": ("wasit", "Wasit", "Wasit", "واسط"),
    },
}


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
    head = {"type": "FeatureCollection", "attribution": ATTRIBUTION[attribution], "licence": LICENCE[attribution]}
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
    lines = [simplify(line, 0.002) for line in sorted(join([points for _, points in gmt("-N1")]))]
    write("borders", "borders", [feature("LineString", line) for line in lines])
    return lines


def shores(courses):
    segments = gmt("-W")
    coast = join([points for header, points in segments if header.endswith("Level 1")])
    coast = [simplify(line, 0.004) for line in sorted(coast)]
    write("coast", "shores", [feature("LineString", line) for line in coast])
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
            names = [(key, name) for key, name, point in LAKES if inside(point, ring)]
            lakes.append(feature("Polygon", [ring], **({"id": names[0][0], "name": names[0][1]} if names else {})))
    write("lakes", "shores", lakes)
    return coast


def rings(blob):
    """The rings of a GeoPackage's multipolygon: a header, then little-endian well-known binary."""
    at = 8 + (0, 32, 48, 48, 64)[blob[3] >> 1 & 7]

    def take(layout):
        nonlocal at
        values = struct.unpack_from("<" + layout, blob, at)
        at += struct.calcsize("<" + layout)
        return values

    found = []
    for _ in range(take("BII")[2]):
        for _ in range(take("BII")[2]):
            count, = take("I")
            values = take(f"{2 * count}d")
            ring = [(round(x, 3), round(y, 3)) for x, y in zip(values[::2], values[1::2])]
            found.append([a for a, b in zip(ring, ring[1:]) if a != b])
    return found


def arcs(country):
    """The lines between two governorates, or one and the outside (None), as (pair, points)."""
    names = GOVERNORATES[country]
    sides = {}
    with sqlite3.connect(f"file:{WORLD_MAP}?mode=ro", uri=True) as world:
        for name, blob in world.execute("select name, geom from states_provinces where adm0_a3 = ?", (country,)):
            for ring in rings(blob):
                for a, b in zip(ring, ring[1:] + ring[:1]):
                    sides.setdefault(frozenset((a, b)), []).append(names[name][0])
    steps = {}
    for edge, pair in sides.items():
        pair = tuple(sorted(pair)) if len(pair) == 2 else (pair[0], None)
        if pair[0] != pair[1]:
            a, b = edge
            steps.setdefault(a, {})[b] = pair
            steps.setdefault(b, {})[a] = pair
    nodes = sorted(p for p in steps if len(steps[p]) != 2 or len(set(steps[p].values())) != 1)
    found, done = [], set()
    # The loops that meet no other line are walked after all the rest.
    for start in nodes + sorted(steps):
        for after in sorted(steps[start]):
            if frozenset((start, after)) in done:
                continue
            line, pair = [start, after], steps[start][after]
            done.add(frozenset(line))
            while line[-1] not in nodes and line[-1] != start:
                onward, = (p for p in steps[line[-1]] if p != line[-2])
                done.add(frozenset((line[-1], onward)))
                line.append(onward)
            found.append((pair, line))
    return found


def foot(point, lines):
    """The nearest point on the lines, as (distance, point, line, index of the step it lies on)."""
    best = None
    scale = math.cos(math.radians(point[1]))
    for n, line in enumerate(lines):
        for i, ((ax, ay), (bx, by)) in enumerate(zip(line, line[1:])):
            dx, dy = (bx - ax) * scale, by - ay
            along = ((point[0] - ax) * scale * dx + (point[1] - ay) * dy) / (dx * dx + dy * dy or 1)
            along = min(1, max(0, along))
            on = (round(ax + along * (bx - ax), 3), round(ay + along * (by - ay), 3))
            if best is None or distance(point, on) < best[0]:
                best = (distance(point, on), on, n, i)
    return best


def weld(lines):
    """Lines whose ends are where they meet: moved onto a point close by, or carried on to a line near."""
    lines = [list(line) for line in lines]
    for line in lines:
        for at in (0, -1):
            away, near = min((distance(line[at], p), p) for other in lines if other is not line for p in other)
            if away < 0.004:
                line[at] = near
    for line in list(lines):
        for end in (line[0], line[-1]):
            others = [other for other in lines if end not in other]
            away, on, n, i = foot(end, others)
            if away < 0.05 and not any(end in other for other in lines if other is not line):
                if on not in others[n]:
                    others[n].insert(i + 1, on)
                lines.append([end, on])
    return lines


def cross(a, b, c, d):
    def side(p, q, r):
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def trim(line, meet, edges):
    """A line that begins where it meets the outer edge, without what lies beyond or beside that edge."""
    if meet is None:
        return line
    rest = line[1:]
    while len(rest) > 1 and (
            foot(rest[0], edges)[0] < 0.02
            or any(cross(a, b, c, d) for a, b in ((meet, rest[0]), (rest[0], rest[1]))
                   for edge in edges for c, d in zip(edge, edge[1:]))):
        del rest[0]
    return [meet, *rest]


def governorates(edges):
    """Outer edges follow the lines given; inner ones are cut or carried on to meet them."""
    edges = weld(edges + [[(EAST, 30.998), (EAST, 29.997)]])
    found = [(country, pair, line) for country in GOVERNORATES for pair, line in arcs(country)]
    meets = {}
    for country, pair, line in found:
        if pair[1] is None:
            for end in (line[0], line[-1]):
                if (country, end) not in meets:
                    _, on, n, i = foot(end, edges)
                    if on not in edges[n]:
                        edges[n].insert(i + 1, on)
                    meets[country, end] = on
    network = Network(edges)
    sides = {}
    for country, pair, line in found:
        if pair[1] is None:
            line = network.way(network.nearest(meets[country, line[0]]), network.nearest(meets[country, line[-1]]))
            sides.setdefault((country, pair[0]), []).append(line)
    for country, pair, line in found:
        if pair[1] is not None:
            line = trim(line, meets.get((country, line[0])), edges)
            line = trim(line[::-1], meets.get((country, line[-1])), edges)[::-1]
            for key in pair:
                sides.setdefault((country, key), []).append(line)
    features = []
    for country, names in GOVERNORATES.items():
        for key, en, fr, ar in sorted(set(names.values())):
            features.append(feature("Polygon", polygon(sides[country, key]), id=key, country=country,
                                    name={"en": en, "fr": fr, "ar": ar}))
    write("governorates", "governorates", features)


def polygon(lines):
    """The rings that the lines close: the outer one first and anticlockwise, holes clockwise."""
    lines, closed = [list(line) for line in lines], []
    while lines:
        ring = lines.pop(0)
        while ring[0] != ring[-1]:
            other = next((line for line in lines if ring[-1] in (line[0], line[-1])), None)
            if other is None:
                raise SystemExit(f"a governorate is not closed at {ring[-1]}")
            lines.remove(other)
            ring += other[1:] if other[0] == ring[-1] else other[-2::-1]
        closed.append(ring)
    closed.sort(key=lambda ring: -abs(area(ring)))
    return [ring if (area(ring) > 0) == (n == 0) else ring[::-1] for n, ring in enumerate(closed)]


def area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:])) / 2


def countries():
    write("countries", "countries", [feature("Point", point, id=key, name=name) for key, name, point in COUNTRIES])


def main():
    countries()
    governorates(borders() + shores(rivers()))


main()
