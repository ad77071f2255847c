"""For any cutting into runs and any edits: accepting gives what plain edits give, rejecting gives the original."""

from __future__ import annotations

from io import BytesIO
from random import Random
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st
from ooxml import wordml
from ooxml.accepting import settled
from ooxml.integrity import problems

from vanban_lint.fix.apply import applied
from vanban_lint.fix.plan import Claim, plan
from vanban_lint.model import Anchor, Edit, Finding, Fix
from vanban_lint.ooxml.reader import read_document

DATE = "2026-05-27T08:00:00Z"
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắấầếềốồớờứừỳýỵ  ,;.:-–/&<>\u00a0ĐỦẬ"
PROPERTIES = ("", "<w:b/>", "<w:i/><w:sz w:val='28'/>", "<w:rFonts w:ascii='Arial' w:hAnsi='Arial'/>")
VALUES = ("", "x", "Ủy ban", " ", "a&b <c>", "\t", "khẩn trương", "e\u0302\u0301")


def paragraph(random: Random) -> str:
    pieces = []
    for _ in range(random.randint(1, 6)):
        run = _run(random)
        kind = random.randrange(8)
        if kind == 0:
            run = f'<w:smartTag w:element="a">{run}{_run(random)}</w:smartTag>'
        elif kind == 1:
            run = f'<w:hyperlink w:anchor="b">{run}</w:hyperlink>'
        elif kind == 2:
            run = f"<w:sdt><w:sdtPr/><w:sdtContent>{run}</w:sdtContent></w:sdt>"
        elif kind == 3:
            run = (
                f'<w:proofErr w:type="spellStart"/>{run}<w:bookmarkStart w:id="{random.randrange(10**6)}" w:name="c"/>'
            )
        pieces.append(run)
    return wordml.p(*pieces, properties=random.choice(("", "<w:keepNext/>", '<w:jc w:val="both"/>')))


def _run(random: Random) -> str:
    properties = random.choice(PROPERTIES)
    content = ""
    for _ in range(random.randint(1, 3)):
        text = "".join(random.choices(LETTERS, k=random.randint(0, 8)))
        if random.random() < 0.2:
            text += "e\u0302\u0301"  # decomposed
        escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&#62;")
        content += random.choice(
            (wordml.t(escaped), wordml.t(escaped), "<w:tab/>", "<w:br/>", "<w:lastRenderedPageBreak/>")
        )
    return f'<w:r w:rsidR="00AA11BB">{f"<w:rPr>{properties}</w:rPr>" if properties else ""}{content}</w:r>'


def findings(random: Random, document) -> list[Finding]:
    found = []
    for place in range(random.randint(1, 8)):
        chosen = random.choice(document.body.paragraphs)
        start = random.randint(0, len(chosen.text))
        end = random.randint(start, min(len(chosen.text), start + 9))
        anchor = Anchor("body", chosen.ordinal, start, end)
        text = chosen.text[start:end]
        edit = random.choice(
            (
                Edit("replace_text", anchor, random.choice(VALUES), text),
                Edit("replace_text", anchor, random.choice(VALUES), text),
                Edit("replace_text", anchor, random.choice(VALUES), text),
                Edit("set_run", anchor, "", text, {"bold": True, "size_pt": 14.0, "font": "Times New Roman"}),
                Edit("set_paragraph", anchor, "", "", {"align": "justify", "first_line": 567}),
                Edit("insert_paragraph", anchor, "Dòng thêm", ""),
                Edit("delete_paragraph", anchor, "", ""),
            )
        )
        found.append(finding(f"X{place}", edit))
    return found


def finding(rule: str, edit: Edit) -> Finding:
    fix = Fix("safe", (edit,))
    return Finding(rule, "x", "loi", "chac_chan", "", None, None, "", edit.anchor, edit.expected, ("", ""), fix=fix)


def texts(raw: bytes) -> list[str]:
    return [item.text for item in read_document(raw, "x").body.paragraphs]


@settings(max_examples=1000, deadline=None, derandomize=True)
@given(st.integers(0, 2**40))
def test_accepting_equals_direct_and_rejecting_equals_the_original(seed):
    random = Random(seed)
    raw = wordml.package("".join(paragraph(random) for _ in range(random.randint(1, 3))) + wordml.p("Cuối"))
    document = read_document(raw, "x")
    wanted = findings(random, document)
    claims = plan(document, wanted, unsafe=False).claims
    tracked, direct = applied(raw, document, claims, DATE), applied(raw, document, claims, None)
    assert [c.finding.rule for c in tracked.claims] == [c.finding.rule for c in direct.claims]
    assert problems(tracked.raw) == problems(direct.raw) == []
    assert texts(settled(tracked.raw, accept=True)) == texts(direct.raw) == texts(tracked.raw)
    assert texts(settled(tracked.raw, accept=False)) == texts(raw)
    shuffled = list(wanted)
    random.shuffle(shuffled)
    assert plan(document, shuffled, unsafe=False).claims == claims


def test_what_no_edit_touches_keeps_its_bytes():
    body = wordml.p(wordml.r("Một hai ba"), '<w:bookmarkStart w:id="7" w:name="m"/>') + wordml.p("Bốn <!-- x -->")
    raw = wordml.package(body, styles='<w:style w:styleId="a"/>')
    document = read_document(raw, "x")
    edit = Edit("replace_text", Anchor("body", 1, 4, 7), "năm", "hai")
    result = applied(raw, document, (Claim(finding("X", edit), (edit,)),), None).raw
    before, after = (ZipFile(BytesIO(data)) for data in (raw, result))
    for name in before.namelist():
        wanted = before.read(name)
        if name == "word/document.xml":
            wanted = wanted.replace("Một hai ba".encode(), "Một năm ba".encode())
        assert after.read(name) == wanted
