"""What places, offices and companies are called, where they stand one beside the other in a list of figures.

A list bears names that nobody could tell in running text (和平区, 向阳镇, 新建县): what stands beside them, each with a
figure of the same unit, says that they are names.
"""

from __future__ import annotations

_OPENS = (  # begins no name: words before one, and what is no one's in particular
    r"(?![我本各该此每其两几半]|[省市县区州国](?:级|定|里|内)|国家级|涉及|确定|改造|棚户|其[他余它]|今[年后]|同期|累计|目前|截至|分[县区镇市]|县[区乡级]|镇区|市区(?=\d)|已|在(?!平)|对|由|与|并|均|共|仅|按|以|将|不|新增"
    r"|(?:新建|完成|建成|创建|打造|命名|认定|评为|支持|帮扶|重点|特色|示范|中心)(?![县区市镇乡街])|农村(?!商)|农业[县区乡镇]"
    r"|城[市镇乡]|乡[镇村]|村镇|市场化|地方[^\d]{0,2}公司)"
)
_LETTER = r"(?:(?!全[省市县区州旗]|[是有为的了占达被该各])[\u4e00-\u9fff])"  # of a name
_GENERIC = (  # 居民小区, 卫生城市, 贫困县: kinds of places
    r"(?<![小社库景片灌牧校院厂街辖专湿地]区)(?<!(?<!业)(?<!技)园区)(?<!深山区)(?<!石山区)(?<!建成区)(?<![主老心新]城区)(?<!保护区)(?<!示范区)(?<!功能区)"
    r"(?<!服务区)(?<!居住区)(?<!村镇)(?<![\u4e00-\u9fff]{2}乡镇)(?<!集镇)(?<!小镇)(?<!名镇)(?<!强镇)(?<!下乡)(?<!返乡)(?<!回乡)(?<!民族乡)(?<!大县)(?<!强县)"
    r"(?<![超夜楼股菜早]市)(?<!(?:文明|卫生|森林|园林|智慧|试点|节水|海绵|旅游|宜居|大中|模范|创新|中小|大型)城市)(?<![国省市县]级开发区)(?<![国省市县]级高新区)"
    r"(?<!(?:贫困|示范|试点|卫生|文明|脱贫|生态|先进|百强|模范|重点|园林|森林|平安|宜居|智慧|双拥|中小|特大)[县区市镇乡])"
)
_PLACE = (
    rf"(?:{_LETTER}{{1,6}}?(?:自治县|开发区|高新区|经开区|新区|管委会|(?:工业|产业|科技)园区?|街道(?:办事处)?|(?<!家庭)(?<!示范)农场|林场"
    r"|(?<!红)旗(?![县区市镇乡街])|[县区](?![县区市级道域])|镇(?![县区市])|乡(?![县区市镇])|州(?![县区市])|市(?![州县区场政民级域])))"
    rf"{_GENERIC}|[高经]开区|高新区|[市县区]直"
)
_OFFICE = (
    rf"(?:[省市县区州](?=[\u4e00-\u9fff]{{2}}))?(?![省市县区州][级直]){_LETTER}{{2,7}}?(?:(?<![格结布大全当邮书])局|委(?![员托会内派])"
    r"|(?<=政府)办|(?<=[市县区][\u4e00-\u9fff][\u4e00-\u9fff])办(?![理学公事结法件好])|厅(?!级))"
)
_COMPANY = rf"{_LETTER}{{2,10}}?(?<!担保)(?<!小贷)(?<!有限)(?:集团(?:有限)?(?:公司)?|(?:有限|分)?公司|银行(?!卡))"
# with what such a name ends, so far behind its beginning at most: sought nowhere else
ENDS_SOON = r"(?=[\u4e00-\u9fff]{1,12}?[县区会园道场旗镇乡州市局委办厅团司行直])"
PLACE, OFFICE, COMPANY = (rf"{_OPENS}(?:{kind})" for kind in (_PLACE, _OFFICE, _COMPANY))
