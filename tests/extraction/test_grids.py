"""Tables are found in every shape; prose is none. All texts are invented."""

from __future__ import annotations

from extraction.document import Cell, Table
from extraction.grids.shapes import grids
from extraction.words.folding import fold


def rows(text: str) -> list[list[list[str]]]:
    """The texts of the headings and cells of every table found."""
    folded = fold(text)
    return [
        [
            *([["".join(parts) for parts in grid.headings]] if grid.headings else []),
            *([c.of(folded) for c in row] for row in grid.rows),
        ]
        for grid in grids(folded, (), ())
    ]


def test_pipe_rows_without_the_rule_below_their_heading() -> None:
    text = "进度如下\n|项目|目标|完成|\n|---|---|---|\n|公厕|8座|5座|\n|路灯|90盏||\n以上。"
    assert rows(text) == [[["项目", "目标", "完成"], ["公厕", "8座", "5座"], ["路灯", "90盏", ""]]]


def test_one_cell_per_line_closed_by_pipes() -> None:
    text = "序号 |\n任务 |\n是否\n达序时 |\n1 |\n新建公厕8座 |\n是 |\n2 |\n新增路灯90盏 |\n否 |\n"
    assert rows(text) == [
        [["序号", "任务", "是否\n达序时"], ["1", "新建公厕8座", "是"], ["2", "新增路灯90盏", "否"]],
    ]


def test_tabs_and_runs_of_blanks() -> None:
    assert rows("项目\t年度目标\t完成数\n公厕\t8\t5\n") == [[["项目", "年度目标", "完成数"], ["公厕", "8", "5"]]]
    assert rows("项目   年度目标   完成数\n城东 公厕   8   5\n") == [
        [["项目", "年度目标", "完成数"], ["城东 公厕", "8", "5"]]
    ]


def test_one_cell_per_line_by_serial_number() -> None:
    text = "某县任务进展情况表\n序号\n任务\n目标\n完成\n1\n公厕\n8座\n5座\n2\n路灯\n90盏\n30盏\n填表人:赵某\n"
    assert rows(text) == [
        [["序号", "任务", "目标", "完成"], ["1", "公厕", "8座", "5座"], ["2", "路灯", "90盏", "30盏"]],
    ]


def test_one_cell_per_line_by_the_words_that_begin_rows() -> None:
    text = "某县2023年任务统计\n乡镇\n任务数\n完成数\n完成率\n东乡\n120\n90\n75%\n西乡\n80\n-\n-\n"
    assert rows(text) == [
        [["乡镇", "任务数", "完成数", "完成率"], ["东乡", "120", "90", "75%"], ["西乡", "80", "-", "-"]],
    ]


def test_merged_cells_stand_in_every_place_they_cover() -> None:
    text = "项目\t完成\n数量\t占比\n"
    cells = (Cell(0, 0, 0, 2, 2, 1), Cell(0, 1, 3, 5, 1, 2), Cell(1, 1, 6, 8), Cell(1, 2, 9, 11))
    (grid,) = grids(text, (Table(0, 11, cells),), ())
    assert [[c.of(text) for c in row] for row in grid.rows] == [["项目", "完成", "完成"], ["项目", "数量", "占比"]]


def test_a_marked_up_table_is_not_found_twice() -> None:
    text = "项目\t目标\t完成\n公厕\t8\t5\n"
    cells = tuple(
        Cell(r, c, s, e)
        for r, c, s, e in ((0, 0, 0, 2), (0, 1, 3, 5), (0, 2, 6, 8), (1, 0, 9, 11), (1, 1, 12, 13), (1, 2, 14, 15))
    )
    assert len(grids(text, (Table(0, 15, cells),), ())) == 1


def test_the_lines_above_are_the_caption() -> None:
    (grid,) = grids("某县进展表\n单位:万元\n项目|计划|完成\n公路|300|120\n", (), ())
    assert grid.caption.endswith("某县进展表\n单位:万元")


def test_prose_is_no_table() -> None:
    text = "一、城乡建设\n今年计划改造小区8个,已完成5个。\n二、民生保障\n新增床位300张,目前在建。\n"
    assert rows(text) == []


def test_page_furniture_is_no_table() -> None:
    text = "首页\n任务目标\n完成进度\n12\n34\n56\n78\n90\n"
    assert grids(text, (), ((0, len(text)),)) == []
