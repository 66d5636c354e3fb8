"""Edits of a content folder with a known true answer, for tests and for `make bench`.

Each edit takes the brief's folder and a random generator, changes files, and returns what a review should
say: (kind, target) of each change, without the summary of renumbering.
"""

import re
from pathlib import Path


def sections(brief):
    return sorted(path for path in brief.glob("[0-9]*.md"))


def blocks(text):
    """The text in blocks parted by blank lines, the front matter being one."""
    front = re.match(r"---\n.*?\n---\n", text, re.S)
    head = front.group(0) if front else ""
    return head, text[len(head):].strip("\n").split("\n\n")


def write(path, head, parts):
    path.write_text(head + ("\n" if head else "") + "\n\n".join(parts) + "\n")


def is_paragraph(block):
    return bool(re.match(r"[A-Za-z]", block)) and len(block.split()) > 25 and not block.startswith("[^")


def paragraphs(brief, used, least=25):
    """All plain paragraphs that no edit has touched: (file, index)."""
    found = []
    for path in sections(brief):
        _, parts = blocks(path.read_text())
        for index, part in enumerate(parts):
            if is_paragraph(part) and len(part.split()) >= least and part not in used:
                found.append((path, index))
    return found


def pick(brief, random, used, least=25, test=lambda block: True):
    choices = [(path, index) for path, index in paragraphs(brief, used, least)
               if test(blocks(path.read_text())[1][index])]
    path, index = random.choice(choices)
    head, parts = blocks(path.read_text())
    return path, head, parts, index


def rewrap(brief, random, used):
    for path in sections(brief):
        head, parts = blocks(path.read_text())
        for index, part in enumerate(parts):
            if is_paragraph(part):
                words, line, lines = part.split(), "", []
                for word in words:
                    if line and len(line) + len(word) > 60:
                        lines.append(line)
                        line = word
                    else:
                        line = f"{line} {word}".strip()
                parts[index] = "\n".join(lines + [line])
        write(path, head, parts)
    return []


def one_word(brief, random, used):
    path, head, parts, index = pick(brief, random, used)
    words = [w for w in re.finditer(r"(?<= )[a-z]{5,}(?= )", parts[index])]
    word = random.choice(words)
    parts[index] = parts[index][:word.start()] + "replacement" + parts[index][word.end():]
    used.add(parts[index])
    write(path, head, parts)
    return [("edited", "paragraph")]


def one_figure(brief, random, used):
    plain = re.compile(r"(?<= )[1-9][0-9]{1,3}(?= [a-z])")
    path, head, parts, index = pick(brief, random, used, test=lambda block: bool(plain.search(block)))
    found = random.choice(list(plain.finditer(parts[index])))
    number = str(int(found.group(0)) + 7)
    parts[index] = parts[index][:found.start()] + number + parts[index][found.end():]
    used.add(parts[index])
    write(path, head, parts)
    return [("edited", "paragraph")]


def insert_note(brief, random, used):
    path, index = paragraphs(brief, used)[0]
    head, parts = blocks(path.read_text())
    label = f"added-{random.randrange(10**6)}"
    end = parts[index].rindex(".")
    parts[index] = parts[index][:end + 1] + f"[^{label}]" + parts[index][end + 1:]
    used.add(parts[index])
    parts.append(f"[^{label}]: Office record {random.randrange(1000)}, seen by both writers.")
    write(path, head, parts)
    return [("inserted", "note")]


def reorder_notes(brief, random, used):
    for path in sections(brief):
        head, parts = blocks(path.read_text())
        notes = [i for i, part in enumerate(parts) if part.startswith("[^") and "Ibid" not in part]
        texts = [parts[i] for i in notes]
        random.shuffle(texts)
        for i, text in zip(notes, texts):
            parts[i] = text
        write(path, head, parts)
    return []


def has_no_notes(block):
    return "[^" not in block


def move(brief, random, used):
    path, head, parts, index = pick(brief, random, used, test=has_no_notes)
    others = [i for i, part in enumerate(parts) if is_paragraph(part) and abs(i - index) > 1]
    block = parts[index]
    if others:
        to = random.choice(others)
        anchor = parts[to]
        parts.pop(index)
        parts.insert(parts.index(anchor) + 1, block)
        write(path, head, parts)
    else:
        parts.pop(index)
        write(path, head, parts)
        other = random.choice([p for p in sections(brief) if p != path])
        head, parts = blocks(other.read_text())
        last = max(i for i, part in enumerate(parts) if is_paragraph(part))
        parts.insert(last, block)
        write(other, head, parts)
    used.add(block)
    return [("moved", "paragraph")]


def move_and_edit(brief, random, used):
    path, head, parts, index = pick(brief, random, used, test=has_no_notes)
    block = parts.pop(index)
    write(path, head, parts)
    words = [w for w in re.finditer(r"(?<= )[a-z]{5,}(?= )", block)]
    word = random.choice(words)
    block = block[:word.start()] + "otherwise" + block[word.end():]
    other = random.choice([p for p in sections(brief) if p != path])
    head, parts = blocks(other.read_text())
    last = max(i for i, part in enumerate(parts) if is_paragraph(part))
    parts.insert(last, block)
    write(other, head, parts)
    used.add(block)
    return [("moved", "paragraph")]


def split(brief, random, used):
    path, head, parts, index = pick(
        brief, random, used, 60, lambda block: len(re.findall(r"\.(\[\^[^\]]*\])*[ \n](?=[A-Z])", block)) >= 2)
    ends = [m.end() for m in re.finditer(r"\.(\[\^[^\]]*\])*[ \n](?=[A-Z])", parts[index])]
    at = min(ends, key=lambda end: abs(end - len(parts[index]) / 2))
    halves = [parts[index][:at].strip(), parts[index][at:].strip()]
    used.update(halves)
    parts[index:index + 1] = halves
    write(path, head, parts)
    return [("split", "paragraph")]


def merge(brief, random, used):
    choices = []
    for path in sections(brief):
        _, parts = blocks(path.read_text())
        for i in range(len(parts) - 1):
            if all(is_paragraph(p) and p not in used for p in parts[i:i + 2]):
                choices.append((path, i))
    path, i = random.choice(choices)
    head, parts = blocks(path.read_text())
    parts[i:i + 2] = [parts[i] + "\n" + parts[i + 1]]
    used.add(parts[i])
    write(path, head, parts)
    return [("merged", "paragraph")]


def swap_sections(brief, random, used):
    files = sections(brief)[1:-1]
    i = random.randrange(len(files) - 1)
    a, b = files[i], files[i + 1]
    numbers = a.name[:2], b.name[:2]
    a.rename(brief / "swap.tmp")
    b.rename(brief / (numbers[0] + b.name[2:]))
    (brief / "swap.tmp").rename(brief / (numbers[1] + a.name[2:]))
    return [("moved", "section")]


def rename_file(brief, random, used):
    path = random.choice(sections(brief))
    path.rename(brief / f"{path.name[:2]}-renamed-{random.randrange(10**6)}.md")
    return []


def change_zone(brief, random, used):
    path = brief / "maps" / "stronghold.yaml"
    text = path.read_text()
    found = random.choice(list(re.finditer(r"(width|radius|margin): (\d+)(?= *\})", text)))
    path.write_text(text[:found.start(2)] + str(int(found.group(2)) + 5) + text[found.end(2):])
    return [("edited", "zone")]


def move_place(brief, random, used):
    path = brief.parent.parent / "places.yaml"
    text = path.read_text()
    found = random.choice(list(re.finditer(r"(?m)^ +lon: ([0-9.]+)$", text)))
    path.write_text(text[:found.start(1)] + f"{float(found.group(1)) + 0.05:.4f}" + text[found.end(1):])
    return [("moved", "place")]


def retitle(brief, random, used):
    path = random.choice(sections(brief))
    text = path.read_text()
    text = re.sub(r"(?m)^# (.*?)( \{#.*)?$", lambda m: f"# Another title{m.group(2) or ''}", text, count=1)
    path.write_text(text)
    return [("edited", "heading")]


def add_name(brief, random, used):
    path = brief.parent.parent / "places.yaml"
    text = path.read_text()
    found = random.choice(list(re.finditer(r"(?m)^ +name: \{ en: [^,}]*(?=,)", text)))
    path.write_text(text[:found.end()] + ", de: Ort" + text[found.end():])
    return [("edited", "place")]


def insert_paragraph(brief, random, used):
    path, head, parts, index = pick(brief, random, used)
    block = ("Wholly different matters occupied the harbour office: tariffs on timber, dredging of both "
             f"basins, and berth {random.randrange(1000)} for visiting tugs whose crews asked for coal.")
    parts.insert(index, block)
    used.add(block)
    write(path, head, parts)
    return [("inserted", "paragraph")]


def delete_paragraph(brief, random, used):
    path, head, parts, index = pick(brief, random, used, test=has_no_notes)
    parts.pop(index)
    write(path, head, parts)
    return [("deleted", "paragraph")]


def change_cell(brief, random, used):
    path = brief / "data" / "casualties.csv"
    lines = path.read_text().split("\n")
    rows = [i for i, line in enumerate(lines[1:], 1) if re.search(r"(?<=,)\d+(?=,)", line)]
    row = random.choice(rows)
    lines[row] = re.sub(r"(?<=,)(\d+)(?=,)", lambda m: str(int(m.group(1)) + 3), lines[row], count=1)
    path.write_text("\n".join(lines))
    return [("edited", "table-row")]


def edit_note(brief, random, used):
    choices = []
    for path in sections(brief):
        _, parts = blocks(path.read_text())
        for i, part in enumerate(parts):
            if re.match(r"\[\^[^\]]+\]: ", part) and len(part.split()) > 8 and part not in used and "\n[^" not in part:
                choices.append((path, i))
    if not choices:
        path = random.choice(sections(brief))
        text = path.read_text()
        notes = [m for m in re.finditer(r"(?m)^\[\^[^\]]+\]: .*?\b([a-z]{4,}) ", text)]
        found = random.choice(notes)
        path.write_text(text[:found.start(1)] + "differently" + text[found.end(1):])
        return [("edited", "note")]
    path, i = random.choice(choices)
    head, parts = blocks(path.read_text())
    words = [w for w in re.finditer(r"(?<= )[a-z]{4,}(?= )", parts[i])]
    word = random.choice(words) if words else re.search(r"(?<= )\w+", parts[i])
    parts[i] = parts[i][:word.start()] + "differently" + parts[i][word.end():]
    used.add(parts[i])
    write(path, head, parts)
    return [("edited", "note")]


EDITS = {
    "re-wrap": rewrap, "one word": one_word, "one figure": one_figure, "insert a note early": insert_note,
    "reorder notes": reorder_notes, "move a paragraph": move, "move and edit": move_and_edit, "split": split,
    "merge": merge, "swap two sections": swap_sections, "rename a file": rename_file,
    "change a zone": change_zone, "move a place": move_place, "retitle": retitle, "translate a name": add_name,
    "insert a paragraph": insert_paragraph, "delete a paragraph": delete_paragraph,
    "change a cell": change_cell, "edit a note": edit_note,
}

# Those that can stand together: the others change files as wholes.
MIXED = [name for name in EDITS if name not in ("re-wrap", "rename a file", "swap two sections", "reorder notes")]
