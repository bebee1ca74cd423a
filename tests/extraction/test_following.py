"""Which promises are one from report to report, which never are, and which a person must weigh."""

from __future__ import annotations

import pytest

from extraction.following import Told, kinship
from extraction.words.names import folded, qualifiers
from extraction.words.offices import office, offices


def told(name, *, year=2031, clauses=(), leads=(), family="amount", noun="家", owner=None, interim=None):
    return Told(
        name, folded(name), qualifiers(name), family, "firm", owner, interim, noun, year,
        frozenset(clauses), frozenset(leads),
    )  # fmt: skip


def how(a, b):
    found, mirrored = kinship(a, b), kinship(b, a)
    assert found == mirrored
    return found and found.how


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("新增省级科技企业孵化器", "新增市级科技企业孵化器"),
        ("出口总额", "进出口总额"),
        ("申报高新技术企业", "认定高新技术企业"),
        ("5A级旅游景区", "4A级旅游景区"),
        ("城镇居民人均可支配收入", "农村居民人均可支配收入"),
        ("亿元以上项目", "10亿元以上项目"),
        ("新建农村公路", "改造农村公路"),
        ("发明专利授权", "发明专利申请"),
    ],
)
def test_likeness_of_letters_makes_no_promise_one(one, other):
    shared = {"clauses": (7,), "leads": ("科技",)}
    found = kinship(told(one, **shared), told(other, **shared))
    assert found is None or found.how == "doubtful"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("新增省级科技企业孵化器", "新增市级科技企业孵化器"),
        ("出口总额", "进出口总额"),
        ("申报高新技术企业", "认定高新技术企业"),
        ("新建公厕", "改造公厕"),
    ],
)
def test_some_are_not_even_asked_about(one, other):
    assert kinship(told(one, clauses=(7,)), told(other, clauses=(7,))) is None


def test_a_clause_a_lead_or_the_name_itself_makes_them_one():
    assert how(told("转化科技成果", clauses=(16,)), told("科技成果转化数量", clauses=(16,))) == "clause"
    assert how(told("新增上规企业", leads=("工信",)), told("新增上规企业户数", leads=("工信",), year=2032)) == "lead"
    assert how(told("城镇新增就业", noun="人"), told("新增城镇就业", noun="人", year=2032)) == "name"


def test_a_clause_of_another_year_helps_only_a_likely_name():
    one, other = told("转化科技成果", clauses=(16,)), told("技术成果交易", clauses=(16,), year=2032)
    assert how(one, other) is None


def test_what_only_one_of_them_says_is_weighed_by_a_person():
    assert how(told("新增高新技术企业", clauses=(7,)), told("高新技术企业", clauses=(7,))) == "doubtful"
    assert how(told("省级企业技术中心", clauses=(7,)), told("企业技术中心", clauses=(7,))) == "doubtful"
    assert how(told("养老床位", leads=("民政",)), told("养老床位", leads=("卫健",))) == "doubtful"


@pytest.mark.parametrize("other", [{"noun": "元"}, {"family": "rate"}, {"owner": "东城街道"}, {"interim": 6}])
def test_another_unit_kind_owner_or_interim_goal_is_another_promise(other):
    assert how(told("养老床位"), told("养老床位", **other)) is None
    assert how(told("养老床位"), told("养老床位")) == "name"


@pytest.mark.parametrize("name", ["云汀市科学技术局", "市科技局", "科技局", "科学技术局"])
def test_an_office_has_one_name(name):
    assert office(name) == "科技"
    assert office("市教育局") == "教育"


def test_a_cell_of_offices_is_a_list_of_them():
    assert offices("市财政局、各县区政府，市发改委") == ("市财政局", "各县区政府", "市发改委")
    assert offices("—") == ()
