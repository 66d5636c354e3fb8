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

Borders, coast and governorates are those of Natural Earth's provinces,
generalized to about a kilometre by QGIS, so that they share their points.
Lakes are those of GSHHG, rivers those of the World Data Bank II; lines are cut
to 35-49 E, 29-38 N. The data bank's rivers have no names, so the named ones
are found here: each is the shortest way along the drawn lines between points
that are known to lie on it. Coordinates have three decimals, and the same
packages give the same bytes each time.
"""
import heapq
import json
import math
import os
import sqlite3
import struct
import subprocess
import tempfile

WEST, EAST, SOUTH, NORTH = 35, 49, 29, 38
WORLD_MAP = "/usr/share/qgis/resources/data/world_map.gpkg"
POLYGON = 3                                  # as well-known binary numbers it
FOLDER = os.path.dirname(os.path.abspath(__file__))
NATURAL_EARTH = "Natural Earth 4.1.0, generalized by QGIS"
ATTRIBUTION = {
    "rivers": "Rivers: World Data Bank II, from GSHHG 2.3.7 (P. Wessel and W. H. F. Smith), "
              "extracted with GMT; joined and named for this portal",
    "lakes": "Lakes: GSHHG 2.3.7 (P. Wessel and W. H. F. Smith), extracted with GMT",
    "borders": "Borders: " + NATURAL_EARTH + "; they are shown for orientation and imply no position on any frontier",
    "coast": "Coast: " + NATURAL_EARTH,
    "governorates": "Governorates: " + NATURAL_EARTH + "; they are shown for orientation and imply no position on "
                    "any boundary",
    "countries": "Country labels: placed for this portal",
}
LGPL = "GNU Lesser General Public License, version 3 or later"
LICENCE = {
    "rivers": LGPL,
    "lakes": LGPL,
    "borders": "Public domain",
    "coast": "Public domain",
    "governorates": "Public domain",
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

# Natural Earth's name of a province, and ours. The Golan Heights and the zone of disengagement are Quneitra's.
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
        "Golan": ("quneitra", "Quneitra", "Quneitra", "القنيطرة"),
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


def write(name, features):
    head = {"type": "FeatureCollection", "attribution": ATTRIBUTION[name], "licence": LICENCE[name]}
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
    write("rivers", features)
    return courses


def lakes(courses):
    segments = gmt("-W")
    course = courses["tigris"] + courses["euphrates"]
    found = []
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
            found.append(feature("Polygon", [ring], **({"id": names[0][0], "name": names[0][1]} if names else {})))
    write("lakes", found)


def shapes(blob):
    """The rings or lines of a GeoPackage's multi-geometry: a header, then little-endian well-known binary."""
    at = 8 + (0, 32, 48, 48, 64)[blob[3] >> 1 & 7]

    def take(layout):
        nonlocal at
        values = struct.unpack_from("<" + layout, blob, at)
        at += struct.calcsize("<" + layout)
        return values

    found = []
    for _ in range(take("BII")[2]):
        kind = take("BI")[1]
        for _ in range(take("I")[0] if kind == POLYGON else 1):
            count, = take("I")
            values = take(f"{2 * count}d")
            points = [(round(x, 3), round(y, 3)) for x, y in zip(values[::2], values[1::2])]
            found.append([a for n, a in enumerate(points) if n == 0 or a != points[n - 1]])
    return found


def steps(ring):
    """The steps round a ring that ends where it begins, each from one point to the next."""
    return list(zip(ring, ring[1:]))


def provinces():
    """Each province that reaches into the region, as (country, name, steps round it)."""
    found = {}
    with sqlite3.connect(f"file:{WORLD_MAP}?mode=ro", uri=True) as world:
        for country, name, blob in world.execute("select adm0_a3, name, geom from states_provinces"):
            rings = shapes(blob)
            if any(WEST <= x <= EAST and SOUTH <= y <= NORTH for ring in rings for x, y in ring):
                found[country, name] = [step for ring in rings for step in steps(ring)]
        claims = world.execute(
            "select geom from disputed_borders where name = 'Syrian claim' and adm0_left = 'Israel'")
        claim, = join([line for blob, in claims for line in shapes(blob)])
    # Natural Earth draws who holds the Golan Heights; here they lie in Syria, as the United Nations have them.
    occupied, rest = split(found["ISR", "HaZafon"], claim)
    found["SYR", "Golan"], found["ISR", "HaZafon"] = occupied, rest
    return [(country, name, found[country, name]) for country, name in sorted(found)]


def split(around, line):
    """A ring cut along a line that leads across it: the steps round the eastern part, and round the western."""
    onward = dict(around)
    ends = [min(onward, key=lambda point: distance(point, end)) for end in (line[0], line[-1])]
    cut = [ends[0], *line[1:-1], ends[1]]
    parts = []
    for start, goal, back in ((ends[0], ends[1], cut[::-1]), (ends[1], ends[0], cut)):
        way = [start]
        while way[-1] != goal:
            way.append(onward[way[-1]])
        parts.append(steps(way) + steps(back))
    return sorted(parts, key=lambda part: -max(x for (x, _), _ in part))


def clip(a, b):
    """The part of a step that lies in the region, or None (Liang and Barsky)."""
    first, last = 0, 1
    for i, low, high in ((0, WEST, EAST), (1, SOUTH, NORTH)):
        move = b[i] - a[i]
        if move == 0 and not low <= a[i] <= high:
            return None
        if move != 0:
            enter, leave = sorted(((low - a[i]) / move, (high - a[i]) / move))
            first, last = max(first, enter), min(last, leave)
    if first >= last:
        return None
    return [tuple(round(a[i] + at * (b[i] - a[i]), 3) for i in (0, 1)) for at in (first, last)]


def boundaries():
    """Borders lie between two countries, the coast beside one, governorates inside Syria and Iraq."""
    all_provinces = provinces()
    sides = {}
    for country, _, around in all_provinces:
        for step in around:
            sides.setdefault(tuple(sorted(step)), []).append(country)
    lines = {"borders": [], "coast": []}
    for (a, b), countries in sorted(sides.items()):
        line = clip(a, b)
        if line and len(countries) == 1:
            lines["coast"].append(line)
        elif line and countries[0] != countries[1]:
            lines["borders"].append(line)
    for name, found in lines.items():
        write(name, [feature("LineString", line) for line in sorted(join(found, 0.0001))])

    rounds, names = {}, {}
    for country, name, around in all_provinces:
        if country in GOVERNORATES:
            key, *named = GOVERNORATES[country][name]
            rounds.setdefault((country, key), []).extend(around)
            names[country, key] = dict(zip(("en", "fr", "ar"), named))
    write("governorates", [
        feature("Polygon", dissolve(around), id=key, country=country, name=names[country, key])
        for (country, key), around in sorted(rounds.items(), key=lambda item: (item[0][0] != "SYR", item[0][1]))])


def dissolve(around):
    """The rings about the parts as one: the outer one first and anticlockwise, holes clockwise."""
    left = set(around)
    onward = {a: b for a, b in around if (b, a) not in left}
    closed = []
    while onward:
        ring = [min(onward)]
        while len(ring) == 1 or ring[-1] != ring[0]:
            ring.append(onward.pop(ring[-1]))
        closed.append(ring)
    closed.sort(key=lambda ring: -abs(area(ring)))
    return [ring if (area(ring) > 0) == (n == 0) else ring[::-1] for n, ring in enumerate(closed)]


def area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:])) / 2


def countries():
    write("countries", [feature("Point", point, id=key, name=name) for key, name, point in COUNTRIES])


def main():
    countries()
    boundaries()
    lakes(rivers())


main()
