"""Which rules judge a document: regime, date, type, profile, conditions, wishes; and what is said of the others."""

from __future__ import annotations

import datetime as dt

import pytest

from vanban_lint.config import Settings
from vanban_lint.errors import ConfigError
from vanban_lint.model import Anchor, Block, Judged, Structure, Zone
from vanban_lint.model.rule import Rule
from vanban_lint.ruleset import bundled
from vanban_lint.ruleset.names import matches, require_known
from vanban_lint.ruleset.profile import Profile, profile_name, profile_names, resolve
from vanban_lint.ruleset.select import conditions_hold, in_force, plan

DAY = dt.date(2026, 6, 5)
BUNDLE = bundled()


def rule(id_="ZZ101", **keys):
    plain = {
        "ten": f"thu-{id_.lower()}",
        "check": "pattern",
        "o": ("so_ky_hieu",),
        "nguon": {"hd05": "a", "hd36": "b"},
        "quy_uoc": (),
        "muc_do": "loi",
        "chac_chan": "chac_chan",
        "vi": "",
        "en": "",
    }
    return Rule(id=id_, **(plain | keys))


def structure(*blocks, regime="dang", ten_loai="CT", cap="tinh", **keys):
    found = tuple(Block(name, (Anchor("body", n, 0, 1),), "x") for n, name in enumerate(blocks, 1))
    judged = {"regime": regime, "ten_loai": ten_loai, "cap": cap, "date": DAY}
    return Structure(
        **{name: Judged(value, 1.0) for name, value in judged.items()},
        date_known=True,
        blocks=found,
        zones=(Zone("noi_dung", 1, 9),),
        **keys,
    )


def planned(rules, document, day=DAY, profile=None, **settings):
    bundle = BUNDLE._replace(rules=tuple(rules))
    return plan(bundle, document, profile or Profile("dang", "", "dang"), day, Settings(**settings))


def ids(found):
    return [item.id for item in found.rules]


COMPLETE = (
    "tieu_de_dang", "co_quan_ban_hanh", "so_ky_hieu", "dia_danh_ngay", "trich_yeu", "noi_nhan", "chuc_vu", "ho_ten",
)  # fmt: skip


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2018-04-02", ["ZZ103"]),
        ("2018-04-03", ["ZZ101", "ZZ103"]),
        ("2026-05-26", ["ZZ101", "ZZ103"]),
        ("2026-05-27", ["ZZ102", "ZZ103"]),
    ],
)
def test_convention_in_force_on_the_day(day, expected):
    rules = [
        rule("ZZ101", nguon={"hd36": "a"}),
        rule("ZZ102", nguon={"hd05": "a"}),
        rule("ZZ103", nguon={"chung": "a"}),
        rule("ZZ104", nguon={"nd30": "a"}),
    ]
    assert ids(planned(rules, structure(*COMPLETE), dt.date.fromisoformat(day))) == expected


@pytest.mark.parametrize(
    ("khi", "holds"),
    [
        ({}, True),
        ({"loai": ["CT", "NQ"]}, True),
        ({"loai": ["NQ"]}, False),
        ({"loai_tru": ["CT"]}, False),
        ({"cap": ["xa"]}, False),
        ({"co": ["so_ky_hieu", "ho_ten"]}, True),
        ({"co": ["so_ky_hieu", "kinh_gui"]}, False),
        ({"thieu": ["kinh_gui"]}, True),
        ({"thieu": ["kinh_gui", "ho_ten"]}, False),
        ({"mau": False}, True),
        ({"mau": True}, False),
        ({"loai": ["CT"], "cap": ["xa"]}, False),
    ],
)
def test_conditions(khi, holds):
    assert conditions_hold(khi, structure(*COMPLETE)) is holds
    assert ids(planned([rule(khi=khi)], structure(*COMPLETE))) == (["ZZ101"] if holds else [])


def test_missing_part_is_one_gap():
    found = planned([rule("ZZ101"), rule("ZZ102")], structure("ho_ten"))
    assert ids(found) == []
    (gap,) = found.gaps
    assert gap.message == "không tìm thấy số, ký hiệu; chưa đánh giá: ZZ101, ZZ102"


def test_missing_optional_part_is_no_gap():
    found = planned([rule(o=("do_mat",))], structure("ho_ten"))
    assert (ids(found), found.gaps) == ([], ())


def test_one_of_several_parts_is_enough():
    assert ids(planned([rule(o=("so_ky_hieu", "ho_ten"))], structure("ho_ten"))) == ["ZZ101"]


@pytest.mark.parametrize("selector", ["doan", "van_xuoi", "moi_doan", "muc", "van_ban"])
def test_wide_selectors_need_no_part(selector):
    assert ids(planned([rule(o=(selector,))], structure())) == ["ZZ101"]


def test_presence_is_judged_where_the_part_is_missing():
    assert ids(planned([rule(check="presence")], structure())) == ["ZZ101"]


@pytest.mark.parametrize(
    ("regime", "day", "said"),
    [
        ("dang", "2010-01-01", "vào ngày 01/01/2010"),
        ("doan", "2026-01-01", "chưa có quy ước"),
        ("van-xuoi", "2026-01-01", "chưa có quy ước"),
    ],
)
def test_uncovered_document_gets_common_rules_and_one_gap(regime, day, said):
    rules = [rule("ZZ101"), rule("ZZ102", nguon={"chung": "a"}, o=("doan",))]
    found = planned(rules, structure(regime=regime), dt.date.fromisoformat(day))
    assert ids(found) == ["ZZ102"]
    (gap,) = found.gaps
    assert said in gap.message


def test_covered_document_has_no_such_gap():
    assert planned([], structure(regime="hanh-chinh"), dt.date(2020, 3, 5)).gaps == ()


def test_conventions_of_every_regime_come_last():
    assert [item.id for item in in_force(BUNDLE.tables, "dang", DAY)] == ["hd05", "qd399", "chung"]


@pytest.mark.parametrize(
    ("selector", "fits"),
    [
        ("TT131", True), ("TT1", True), ("TT", True), ("TT13", True), ("so-co-dau-hai-cham", True), ("TT999", True),
        ("TT132", False), ("T", False), ("tt131", False), ("so-co", False), ("", False),
    ],
)  # fmt: skip
def test_selectors(selector, fits):
    assert matches(selector, rule("TT131", ten="so-co-dau-hai-cham", bi_danh=("TT999",))) is fits


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, ["TT101", "TT201"]),
        ({"select": ("TT1",)}, ["TT101"]),
        ({"ignore": ("TT1",)}, ["TT201"]),
        ({"select": ("TT",), "ignore": ("TT101",)}, ["TT201", "TT301"]),
        ({"select": ("TT301",)}, ["TT301"]),
    ],
)
def test_wishes(settings, expected):
    rules = [rule("TT101"), rule("TT201"), rule("TT301", mac_dinh=False)]
    assert ids(planned(rules, structure(*COMPLETE), **settings)) == expected


def test_profile_adds_and_drops():
    profile = Profile("dang", "", "dang", them=frozenset({"TT301"}), bo=frozenset({"TT1"}))
    rules = [rule("TT101"), rule("TT201"), rule("TT301", mac_dinh=False)]
    assert ids(planned(rules, structure(*COMPLETE), profile=profile)) == ["TT201", "TT301"]


def test_strict_runs_what_is_off_by_default():
    rules = [rule("TT101"), rule("TT301", mac_dinh=False)]
    assert ids(planned(rules, structure(*COMPLETE), strict=True)) == ["TT101", "TT301"]
    assert ids(planned(rules, structure(*COMPLETE), strict=True, ignore=("TT3",))) == ["TT101"]


def test_unknown_selector_is_refused_with_a_suggestion():
    with pytest.raises(ConfigError) as caught:
        require_known(("TT101", "TT11O"), (rule("TT101"), rule("TT110")))
    assert (caught.value.key, caught.value.params["near"]) == ("config.unknown_rule.near", "TT110")


def test_profile_of_regime_and_type():
    assert profile_name("dang", "CT", BUNDLE) == "dang/chi-thi"
    assert profile_name("dang", None, BUNDLE) == "dang"
    assert profile_name("van-xuoi", "CT", BUNDLE) == "van-xuoi"


def test_every_profile_resolves():
    names = profile_names(BUNDLE)
    assert {"dang", "hanh-chinh", "quy-pham", "doan", "van-xuoi", "dang/chi-thi", "hanh-chinh/quyet-dinh"} <= set(names)
    for name in names:
        found = resolve(name, BUNDLE)
        assert found.name == name
        assert found.ten
        assert (found.ten_loai is not None) is ("/" in name)


def test_profiles_inherit():
    profiles = {
        "co-so": {"ten": "c", "bo": ["TT1"], "muc_do": {"TT2": "goi_y", "TT3": "goi_y"}},
        "dang": {"ten": "d", "ke_thua": "co-so", "them": ["TT1"], "bo": ["TT4"]},
        "dang/chi-thi": {"ten": "e", "muc_do": {"TT2": "loi"}},
    }
    found = resolve("dang/chi-thi", BUNDLE._replace(profiles=profiles))
    assert (found.them, found.bo) == ({"TT1"}, {"TT4"})
    assert found.muc_do == {"TT2": "loi", "TT3": "goi_y"}
    assert (found.regime, found.ten_loai, found.ten) == ("dang", "CT", "e")


@pytest.mark.parametrize("name", ["dang/chithi", "co-so", "", "dang/", "quy-pham/chi-thj"])
def test_unknown_profile_is_refused(name):
    with pytest.raises(ConfigError) as caught:
        resolve(name, BUNDLE)
    assert caught.value.key.startswith("config.unknown_profile")
