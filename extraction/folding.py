"""One spelling for what is written in many: a fold that keeps every position.

Full-width and ASCII punctuation, the many dashes and the traditional characters of mirror sites are mapped one
character to one character, so that an interval in the folded text is the same interval in the text.
"""

from __future__ import annotations

import re

_DASHES = "‐‑‒–—―−－─"
_TILDES = "～〜∼"
_TRADITIONAL = (
    "億萬個項戶畝產業務標達與實際進度總額長間兩條縣區鎮鄉場處學醫療衛設業環質點規劃資廠車輛橋樑築電動網絡開發創新"
    "農業糧種樹綠礦煤氣熱歲戶貧脫補貼養護險員隊團體國際門戶財稅預計劃報請號為時應將導責任單位牽頭續擴遷廳"
    "檢驗測監審過較後億無線銷貨運輸購買賣價幣經濟機構關聯組織執紀違結構優勢選舉辦證書類級別這對從變緩滯"
    "轉換歸還擬訂籌備棟層樓診館圖書體驗務滿圓滿陽陰淨潔臺灣佈局範圍竈塢擊歷壓複雜離職訓練確鑿認識記錄課"
    "興啟併庫儲備儀裝備飛機場鐵軌線廣東門島嶼鋪攤衝擊約紅黃藍銀兒童婦殘疾傷災減災擔負債權頒獎賽羅馬營減"
)
_SIMPLIFIED = (
    "亿万个项户亩产业务标达与实际进度总额长间两条县区镇乡场处学医疗卫设业环质点规划资厂车辆桥梁筑电动网络开发创新"
    "农业粮种树绿矿煤气热岁户贫脱补贴养护险员队团体国际门户财税预计划报请号为时应将导责任单位牵头续扩迁厅"
    "检验测监审过较后亿无线销货运输购买卖价币经济机构关联组织执纪违结构优势选举办证书类级别这对从变缓滞"
    "转换归还拟订筹备栋层楼诊馆图书体验务满圆满阳阴净洁台湾布局范围灶坞击历压复杂离职训练确凿认识记录课"
    "兴启并库储备仪装备飞机场铁轨线广东门岛屿铺摊冲击约红黄蓝银儿童妇残疾伤灾减灾担负债权颁奖赛罗马营减"
)

_TABLE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_TABLE |= dict.fromkeys(map(ord, _DASHES), ord("-"))
_TABLE |= dict.fromkeys(map(ord, _TILDES), ord("~"))
_TABLE |= dict(zip(map(ord, _TRADITIONAL), map(ord, _SIMPLIFIED), strict=True))
_TABLE |= {0x3000: 0x20, 0xA0: 0x20, 0x2002: 0x20, 0x2003: 0x20, 0x09: 0x09, ord("﹪"): ord("%"), ord("﹐"): ord(",")}
_TABLE |= {ord("〇"): ord("零"), ord("○"): ord("零"), ord("﹕"): ord(":"), ord("﹔"): ord(";"), ord("·"): ord("·")}


_MAP = {chr(k): chr(v) if isinstance(v, int) else v for k, v in _TABLE.items()}
_MAP |= {"來": "来", "佔": "占"}
_FOLDED = re.compile("[" + re.escape("".join(_MAP)) + "]")  # most characters are left as they are


def _one(match: re.Match[str]) -> str:
    return _MAP[match.group()]


def fold(text: str) -> str:
    """The text with one spelling for each punctuation mark; same length, same positions."""
    return _FOLDED.sub(_one, text)
