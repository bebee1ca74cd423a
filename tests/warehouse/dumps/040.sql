insert into core.actual (extraction_id, indicator_no, value, unit, noun, base, qualifier, cutoff, text, span_start, span_end, parts, known_at) values
('490aba8abec52394', 0, 968.000000000, '张', '张', 968.000000000, null, date '2026-09-30', '968张', 251, 255, [], timestamptz '2026-11-27T00:57:43.935171+00:00'),
('490aba8abec52394', 1, 514.000000000, '张', '张', 514.000000000, null, date '2026-09-30', '514张', 263, 267, [], timestamptz '2026-11-27T00:57:43.935171+00:00'),
('490aba8abec52394', 2, 26.000000000, '个', '个', 26.000000000, null, date '2026-09-30', '26个', 337, 340, [], timestamptz '2026-11-27T00:57:43.935171+00:00'),
('490aba8abec52394', 3, 703.000000000, '户', '户', 703.000000000, null, date '2026-09-30', '703户', 435, 439, [], timestamptz '2026-11-27T00:57:43.935171+00:00'),
('490aba8abec52394', 4, 5.600000000, '%', '%', 5.600000000, null, date '2026-09-30', '5.6%', 502, 506, [], timestamptz '2026-11-27T00:57:43.935171+00:00'),
('490aba8abec52394', 5, 14.800000000, '个工作日', '工作日', 14.800000000, null, date '2026-09-30', '14.8个工作日', 596, 604, [], timestamptz '2026-11-27T00:57:43.935171+00:00'),
('e326c49d0f496bfe', 0, 530.000000000, '张', '张', 530.000000000, null, date '2026-06-30', '530张', 259, 263, [], timestamptz '2026-11-27T00:57:43.935171+00:00'),
('e326c49d0f496bfe', 1, 380.000000000, '张', '张', 380.000000000, null, date '2026-06-30', '380张', 271, 275, [], timestamptz '2026-11-27T00:57:43.935171+00:00'),
('e326c49d0f496bfe', 2, 21.000000000, '个', '个', 21.000000000, null, date '2026-06-30', '21个', 349, 352, [], timestamptz '2026-11-27T00:57:43.935171+00:00'),
('e326c49d0f496bfe', 5, 15.600000000, '个工作日', '工作日', 15.600000000, null, date '2026-06-30', '15.6个工作日', 620, 628, [], timestamptz '2026-11-27T00:57:43.935171+00:00');

insert into core.assessment (assessment_id, extraction_id, indicator_no, rule_version, settings, known_at, status, severity, basis, ground, reason, completion, pace, gap_pp, expected, kind, direction, accrues, operator, target_base, target_noun, countable, actual_base, actual_noun, baseline_base, stated_completion, stated_status, due, year, period, cutoff, counted_to, pace_months, pace_of, refusal, confidence, correction_id, pace_by, target_origin, target_entry_id, register_id) values
('0549dcd0478006f9', '490aba8abec52394', 1, '1', '{"about_pp":0.100,"authority_breakdown":2.000,"authority_curated":1.000,"authority_heading":3.000,"behind_pp":30.000,"confidence_min":0.600,"rate_behind_pp":3.000,"rate_slight_pp":1.000,"slight_pp":10.000,"tolerance_pp":0.500}', timestamptz '2026-11-27T00:57:43.935171+00:00', 'lagging', 'slight', 'figure', 'short', '完成514张/700张＝73.4%，序时进度75.0%，落后1.6个百分点', 0.734285714, 0.750000000, -1.571428600, 525.000000000, 'cumulative', 'up', true, '>=', 700.000000000, '张', true, 514.000000000, '张', null, null, null, null, 2026, 'Q3', date '2026-09-30', date '2026-09-30', 9, 12, null, 0.955, null, 'linear', 'heading', null, null),
('074fb6d03f009039', '490aba8abec52394', 6, '1', '{"about_pp":0.100,"authority_breakdown":2.000,"authority_curated":1.000,"authority_heading":3.000,"behind_pp":30.000,"confidence_min":0.600,"rate_behind_pp":3.000,"rate_slight_pp":1.000,"slight_pp":10.000,"tolerance_pp":0.500}', timestamptz '2026-11-27T00:57:43.935171+00:00', 'qualitative', null, 'none', 'qualitative', '没有可计算的数字目标', null, 0.750000000, null, null, 'qualitative', null, false, null, null, null, null, null, null, null, null, null, null, 2026, 'Q3', date '2026-09-30', date '2026-09-30', 9, 12, null, 1.0, null, 'linear', null, null, null),
('1275d20e8868b989', '490aba8abec52394', 5, '1', '{"about_pp":0.100,"authority_breakdown":2.000,"authority_curated":1.000,"authority_heading":3.000,"behind_pp":30.000,"confidence_min":0.600,"rate_behind_pp":3.000,"rate_slight_pp":1.000,"slight_pp":10.000,"tolerance_pp":0.500}', timestamptz '2026-11-27T00:57:43.935171+00:00', 'on_track', null, 'figure', 'limit_so_far', '发生值14.8个工作日，控制目标20个工作日，目前未超出', null, 0.750000000, 26.000000000, 20.000000000, 'ceiling', 'down', false, '<=', 20.000000000, '工作日', false, 14.800000000, '工作日', null, null, null, null, 2026, 'Q3', date '2026-09-30', date '2026-09-30', 9, 12, null, 0.955, null, 'linear', 'heading', null, null),
('14b96a572d09446c', '490aba8abec52394', 4, '1', '{"about_pp":0.100,"authority_breakdown":2.000,"authority_curated":1.000,"authority_heading":3.000,"behind_pp":30.000,"confidence_min":0.600,"rate_behind_pp":3.000,"rate_slight_pp":1.000,"slight_pp":10.000,"tolerance_pp":0.500}', timestamptz '2026-11-27T00:57:43.935171+00:00', 'on_track', null, 'figure', 'rate_so_far', '实绩5.6%，目标5%，目前已达目标', null, 0.750000000, 0.600000000, 5.000000000, 'rate', 'up', false, '>=', 5.000000000, '%', false, 5.600000000, '%', null, null, null, null, 2026, 'Q3', date '2026-09-30', date '2026-09-30', 9, 12, null, 0.977, null, 'linear', 'heading', null, null),
('544256d6e92ef3e6', '490aba8abec52394', 3, '1', '{"about_pp":0.100,"authority_breakdown":2.000,"authority_curated":1.000,"authority_heading":3.000,"behind_pp":30.000,"confidence_min":0.600,"rate_behind_pp":3.000,"rate_slight_pp":1.000,"slight_pp":10.000,"tolerance_pp":0.500}', timestamptz '2026-11-27T00:57:43.935171+00:00', 'on_track', null, 'figure', 'on_pace', '完成703户/800户＝87.9%，序时进度75.0%', 0.878750000, 0.750000000, 12.875000000, 600.000000000, 'cumulative', 'up', true, '==', 800.000000000, '户', true, 703.000000000, '户', null, null, null, null, 2026, 'Q3', date '2026-09-30', date '2026-09-30', 9, 12, null, 0.955, null, 'linear', 'heading', null, null),
('5a6383283d1809f7', '490aba8abec52394', 0, '1', '{"about_pp":0.100,"authority_breakdown":2.000,"authority_curated":1.000,"authority_heading":3.000,"behind_pp":30.000,"confidence_min":0.600,"rate_behind_pp":3.000,"rate_slight_pp":1.000,"slight_pp":10.000,"tolerance_pp":0.500}', timestamptz '2026-11-27T00:57:43.935171+00:00', 'on_track', null, 'figure', 'on_pace', '完成968张/1200张＝80.7%，序时进度75.0%', 0.806666667, 0.750000000, 5.666666700, 900.000000000, 'cumulative', 'up', true, '==', 1200.000000000, '张', true, 968.000000000, '张', null, null, null, null, 2026, 'Q3', date '2026-09-30', date '2026-09-30', 9, 12, null, 0.955, null, 'linear', 'heading', null, null),
('7a2327feeb126ed0', 'e326c49d0f496bfe', 2, '1', '{"about_pp":0.100,"authority_breakdown":2.000,"authority_curated":1.000,"authority_heading":3.000,"behind_pp":30.000,"confidence_min":0.600,"rate_behind_pp":3.000,"rate_slight_pp":1.000,"slight_pp":10.000,"tolerance_pp":0.500}', timestamptz '2026-11-27T00:57:43.935171+00:00', 'lagging', 'behind', 'figure', 'short', '完成21个/60个＝35.0%，序时进度50.0%，落后15个百分点', 0.350000000, 0.500000000, -15.000000000, 30.000000000, 'cumulative', 'up', true, '==', 60.000000000, '个', true, 21.000000000, '个', null, null, 'ongoing', null, 2026, 'H1', date '2026-06-30', date '2026-06-30', 6, 12, null, 0.955, null, 'linear', 'heading', null, null),
('805cc9635c2a2bdf', '490aba8abec52394', 2, '1', '{"about_pp":0.100,"authority_breakdown":2.000,"authority_curated":1.000,"authority_heading":3.000,"behind_pp":30.000,"confidence_min":0.600,"rate_behind_pp":3.000,"rate_slight_pp":1.000,"slight_pp":10.000,"tolerance_pp":0.500}', timestamptz '2026-11-27T00:57:43.935171+00:00', 'lagging', 'severe', 'figure', 'short', '完成26个/60个＝43.3%，序时进度75.0%，落后31.7个百分点', 0.433333333, 0.750000000, -31.666666700, 45.000000000, 'cumulative', 'up', true, '==', 60.000000000, '个', true, 26.000000000, '个', null, null, 'ongoing', null, 2026, 'Q3', date '2026-09-30', date '2026-09-30', 9, 12, null, 0.955, null, 'linear', 'heading', null, null),
('9311c122a599a6ca', 'e326c49d0f496bfe', 4, '1', '{"about_pp":0.100,"authority_breakdown":2.000,"authority_curated":1.000,"authority_heading":3.000,"behind_pp":30.000,"confidence_min":0.600,"rate_behind_pp":3.000,"rate_slight_pp":1.000,"slight_pp":10.000,"tolerance_pp":0.500}', timestamptz '2026-11-27T00:57:43.935171+00:00', 'not_reported', null, 'none', 'silent', '报告中没有找到对应的数字', null, 0.500000000, null, null, 'rate', 'up', false, '>=', 5.000000000, '%', false, null, null, null, null, null, null, 2026, 'H1', date '2026-06-30', date '2026-06-30', 6, 12, null, 1.0, null, 'linear', 'heading', null, null),
('bd8b45d5664b9c95', 'e326c49d0f496bfe', 5, '1', '{"about_pp":0.100,"authority_breakdown":2.000,"authority_curated":1.000,"authority_heading":3.000,"behind_pp":30.000,"confidence_min":0.600,"rate_behind_pp":3.000,"rate_slight_pp":1.000,"slight_pp":10.000,"tolerance_pp":0.500}', timestamptz '2026-11-27T00:57:43.935171+00:00', 'on_track', null, 'figure', 'limit_so_far', '发生值15.6个工作日，控制目标20个工作日，目前未超出', null, 0.500000000, 22.000000000, 20.000000000, 'ceiling', 'down', false, '<=', 20.000000000, '工作日', false, 15.600000000, '工作日', null, null, null, null, 2026, 'H1', date '2026-06-30', date '2026-06-30', 6, 12, null, 0.955, null, 'linear', 'heading', null, null),
('d0c2e8852e09e7fe', 'e326c49d0f496bfe', 1, '1', '{"about_pp":0.100,"authority_breakdown":2.000,"authority_curated":1.000,"authority_heading":3.000,"behind_pp":30.000,"confidence_min":0.600,"rate_behind_pp":3.000,"rate_slight_pp":1.000,"slight_pp":10.000,"tolerance_pp":0.500}', timestamptz '2026-11-27T00:57:43.935171+00:00', 'on_track', null, 'figure', 'on_pace', '完成380张/700张＝54.3%，序时进度50.0%', 0.542857143, 0.500000000, 4.285714300, 350.000000000, 'cumulative', 'up', true, '>=', 700.000000000, '张', true, 380.000000000, '张', null, null, null, null, 2026, 'H1', date '2026-06-30', date '2026-06-30', 6, 12, null, 0.955, null, 'linear', 'heading', null, null),
('e2c8997ae66921f3', 'e326c49d0f496bfe', 3, '1', '{"about_pp":0.100,"authority_breakdown":2.000,"authority_curated":1.000,"authority_heading":3.000,"behind_pp":30.000,"confidence_min":0.600,"rate_behind_pp":3.000,"rate_slight_pp":1.000,"slight_pp":10.000,"tolerance_pp":0.500}', timestamptz '2026-11-27T00:57:43.935171+00:00', 'not_reported', null, 'none', 'silent', '报告中没有找到对应的数字', null, 0.500000000, null, null, 'cumulative', 'up', true, '==', 800.000000000, '户', true, null, null, null, null, null, null, 2026, 'H1', date '2026-06-30', date '2026-06-30', 6, 12, null, 1.0, null, 'linear', 'heading', null, null),
('e3244cd20c51ba6d', 'e326c49d0f496bfe', 6, '1', '{"about_pp":0.100,"authority_breakdown":2.000,"authority_curated":1.000,"authority_heading":3.000,"behind_pp":30.000,"confidence_min":0.600,"rate_behind_pp":3.000,"rate_slight_pp":1.000,"slight_pp":10.000,"tolerance_pp":0.500}', timestamptz '2026-11-27T00:57:43.935171+00:00', 'qualitative', null, 'none', 'qualitative', '没有可计算的数字目标', null, 0.500000000, null, null, 'qualitative', null, false, null, null, null, null, null, null, null, null, null, null, 2026, 'H1', date '2026-06-30', date '2026-06-30', 6, 12, null, 1.0, null, 'linear', null, null, null),
('e6fce59a923c7c64', 'e326c49d0f496bfe', 0, '1', '{"about_pp":0.100,"authority_breakdown":2.000,"authority_curated":1.000,"authority_heading":3.000,"behind_pp":30.000,"confidence_min":0.600,"rate_behind_pp":3.000,"rate_slight_pp":1.000,"slight_pp":10.000,"tolerance_pp":0.500}', timestamptz '2026-11-27T00:57:43.935171+00:00', 'lagging', 'slight', 'figure', 'short', '完成530张/1200张＝44.2%，序时进度50.0%，落后5.8个百分点', 0.441666667, 0.500000000, -5.833333300, 600.000000000, 'cumulative', 'up', true, '==', 1200.000000000, '张', true, 530.000000000, '张', null, null, null, null, 2026, 'H1', date '2026-06-30', date '2026-06-30', 6, 12, null, 0.955, null, 'linear', 'heading', null, null);

insert into core.claim (extraction_id, indicator_no, claim_no, completion, stated_status, text, span_start, span_end) values
('490aba8abec52394', 2, 0, null, 'ongoing', '进展顺利', 355, 359),
('e326c49d0f496bfe', 2, 0, null, 'ongoing', '进展顺利', 373, 377);

insert into core.identity_run (source_id, fingerprint, known_at) values
('yunting-mzj', '1|2 2026-11-27 00:57:43.935171+00|0|0|0', timestamptz '2026-11-27T00:57:44.265310+00:00');

insert into core.indicator (extraction_id, indicator_no, task_no, indicator_key, name, folded, qualifiers, kind, direction, accrues, owner, tier, due, baseline, baseline_base, refusal, link_reason, confidence, sentence, marks, place) values
('490aba8abec52394', 0, 0, '3812206ccff55656', '新增养老服务床位', '新增养老床位', [], 'cumulative', 'up', true, null, 'firm', null, null, null, null, 'name ''新增养老服务床位'' answers ''新增养老服务床位''', 0.955, '截至9月底，全市新增养老服务床位968张，其中护理型床位514张。', [[16, 20]], null),
('490aba8abec52394', 1, 0, '174b9aafb72579a0', '护理型床位', '护理型床位', [], 'cumulative', 'up', true, null, 'firm', null, null, null, null, 'name ''护理型床位'' answers ''护理型床位''', 0.955, '截至9月底，全市新增养老服务床位968张，其中护理型床位514张。', [[28, 32]], null),
('490aba8abec52394', 2, 1, '0e0c7878bfe8c191', '建成老年助餐点', '完工老年助餐点', [], 'cumulative', 'up', true, null, 'firm', null, null, null, null, 'name ''建成老年助餐点'' answers ''建成老年助餐点''', 0.955, '目前已建成老年助餐点26个，另有19个正在装修，工作总体进展顺利。', [[10, 13], [28, 32]], null),
('490aba8abec52394', 3, 2, 'b1f8c479197f5255', '家庭适老化改造', '家庭适老化改造', ['改造', '改造'], 'cumulative', 'up', true, null, 'firm', null, null, null, null, 'name ''家庭适老化改造'' answers ''家庭适老化改造''', 0.955, '1—9月，全市完成家庭适老化改造703户。', [[16, 20]], null),
('490aba8abec52394', 4, 3, 'a1c4581e31966fcb', '城乡低保标准提高', '城乡低保标准', [], 'rate', 'up', false, null, 'firm', null, null, null, null, 'name ''城乡低保标准提高'' answers ''城乡低保标准提高''', 0.977, '经市政府批准，自8月1日起，城乡低保标准提高5.6%，惠及困难群众2.9万人。', [[22, 26]], null),
('490aba8abec52394', 5, 4, '0d8bd1a15c67f88e', '平均办理时限', '办理时限', [], 'ceiling', 'down', false, null, 'firm', null, null, null, null, 'name ''社会救助平均办理时限'' answers ''平均办理时限''', 0.955, '前三季度，社会救助平均办理时限为14.8个工作日。', [[16, 24]], null),
('490aba8abec52394', 6, 5, '55972feb7c872e92', '培育公益慈善力量，弘扬扶危济困的社会风尚', '培育公益慈善力量弘扬扶危济困社会风尚', [], 'qualitative', null, false, null, 'firm', null, null, null, null, 'no number is promised', 1.0, '六、培育公益慈善力量，弘扬扶危济困的社会风尚。', [], null),
('e326c49d0f496bfe', 0, 0, '3812206ccff55656', '新增养老服务床位', '新增养老床位', [], 'cumulative', 'up', true, null, 'firm', null, null, null, null, 'name ''新增养老服务床位'' answers ''新增养老服务床位''', 0.955, '截至6月底，全市新增养老服务床位530张，其中护理型床位380张。', [[16, 20]], null),
('e326c49d0f496bfe', 1, 0, '174b9aafb72579a0', '护理型床位', '护理型床位', [], 'cumulative', 'up', true, null, 'firm', null, null, null, null, 'name ''护理型床位'' answers ''护理型床位''', 0.955, '截至6月底，全市新增养老服务床位530张，其中护理型床位380张。', [[28, 32]], null),
('e326c49d0f496bfe', 2, 1, '0e0c7878bfe8c191', '建成老年助餐点', '完工老年助餐点', [], 'cumulative', 'up', true, null, 'firm', null, null, null, null, 'name ''建成老年助餐点'' answers ''建成老年助餐点''', 0.955, '目前已建成老年助餐点21个，另有14个正在办理食品经营许可，工作总体进展顺利。', [[10, 13], [34, 38]], null),
('e326c49d0f496bfe', 3, 2, 'b1f8c479197f5255', '家庭适老化改造', '家庭适老化改造', ['改造', '改造'], 'cumulative', 'up', true, null, 'firm', null, null, null, null, 'no figure in the task answers this promise', 1.0, '三、关爱特殊困难老年人，完成家庭适老化改造800户。', [[21, 25]], null),
('e326c49d0f496bfe', 4, 3, 'a1c4581e31966fcb', '城乡低保标准提高', '城乡低保标准', [], 'rate', 'up', false, null, 'firm', null, null, null, null, 'no figure in the task answers this promise', 1.0, '四、提高困难群众救助水平，城乡低保标准提高5%以上。', [[21, 23]], null),
('e326c49d0f496bfe', 5, 4, '0d8bd1a15c67f88e', '平均办理时限', '办理时限', [], 'ceiling', 'down', false, null, 'firm', null, null, null, null, 'name ''社会救助平均办理时限'' answers ''平均办理时限''', 0.955, '上半年，社会救助平均办理时限为15.6个工作日。', [[15, 23]], null),
('e326c49d0f496bfe', 6, 5, '55972feb7c872e92', '培育公益慈善力量，弘扬扶危济困的社会风尚', '培育公益慈善力量弘扬扶危济困社会风尚', [], 'qualitative', null, false, null, 'firm', null, null, null, null, 'no number is promised', 1.0, '六、培育公益慈善力量，弘扬扶危济困的社会风尚。', [], null);

insert into core.quantity (extraction_id, quantity_no, text, span_start, span_end, value, upper, unit, noun, base, qualifier, role, task_number) values
('490aba8abec52394', 0, '2026年', 6, 11, null, null, '', '', null, null, 'date', null),
('490aba8abec52394', 1, '三季度', 21, 24, null, null, '', '', null, null, 'date', null),
('490aba8abec52394', 2, '099000180/2026-00689', 36, 56, null, null, '', '', null, null, 'name', null),
('490aba8abec52394', 3, '〔2026〕66号', 62, 71, null, null, '', '', null, null, 'name', null),
('490aba8abec52394', 4, '2026-11-18', 89, 99, null, null, '', '', null, null, 'date', null),
('490aba8abec52394', 5, '三季度', 101, 104, null, null, '', '', null, null, 'date', null),
('490aba8abec52394', 6, '三季度', 148, 151, null, null, '', '', null, null, 'date', null),
('490aba8abec52394', 7, '1200张', 180, 185, 1200.000000000, null, '张', '张', 1200.000000000, null, 'target', '一'),
('490aba8abec52394', 8, '700张', 196, 200, 700.000000000, null, '张', '张', 700.000000000, 'ge', 'target', '一'),
('490aba8abec52394', 9, '第31条', 202, 206, null, null, '', '', null, null, 'clause', '一'),
('490aba8abec52394', 10, '9月底', 237, 240, null, null, '', '', null, null, 'date', '一'),
('490aba8abec52394', 11, '968张', 251, 255, 968.000000000, null, '张', '张', 968.000000000, null, 'actual', '一'),
('490aba8abec52394', 12, '514张', 263, 267, 514.000000000, null, '张', '张', 514.000000000, null, 'actual', '一'),
('490aba8abec52394', 13, '60个', 288, 291, 60.000000000, null, '个', '个', 60.000000000, null, 'target', '二'),
('490aba8abec52394', 14, '第32条', 293, 297, null, null, '', '', null, null, 'clause', '二'),
('490aba8abec52394', 15, '26个', 337, 340, 26.000000000, null, '个', '个', 26.000000000, null, 'actual', '二'),
('490aba8abec52394', 16, '19个', 343, 346, 19.000000000, null, '个', '个', 19.000000000, null, 'context', '二'),
('490aba8abec52394', 17, '800户', 382, 386, 800.000000000, null, '户', '户', 800.000000000, null, 'target', '三'),
('490aba8abec52394', 18, '第33条', 388, 392, null, null, '', '', null, null, 'clause', '三'),
('490aba8abec52394', 19, '“一户一方案”', 402, 409, null, null, '', '', null, null, 'name', '三'),
('490aba8abec52394', 20, '1—9月', 419, 423, null, null, '', '', null, null, 'date', '三'),
('490aba8abec52394', 21, '703户', 435, 439, 703.000000000, null, '户', '户', 703.000000000, null, 'actual', '三'),
('490aba8abec52394', 22, '5%', 462, 464, 5.000000000, null, '%', '%', 5.000000000, 'ge', 'target', '四'),
('490aba8abec52394', 23, '第34条', 468, 472, null, null, '', '', null, null, 'clause', '四'),
('490aba8abec52394', 24, '8月1日', 488, 492, null, null, '', '', null, null, 'date', '四'),
('490aba8abec52394', 25, '5.6%', 502, 506, 5.600000000, null, '%', '%', 5.600000000, null, 'actual', '四'),
('490aba8abec52394', 26, '2.9万人', 513, 518, 2.900000000, null, '万人', '人', 29000.000000000, null, 'context', '四'),
('490aba8abec52394', 27, '20个工作日', 542, 548, 20.000000000, null, '个工作日', '工作日', 20.000000000, 'le', 'target', '五'),
('490aba8abec52394', 28, '第35条', 550, 554, null, null, '', '', null, null, 'clause', '五'),
('490aba8abec52394', 29, '三季度', 581, 584, null, null, '', '', null, null, 'date', '五'),
('490aba8abec52394', 30, '14.8个工作日', 596, 604, 14.800000000, null, '个工作日', '工作日', 14.800000000, null, 'actual', '五'),
('490aba8abec52394', 31, '第36条', 630, 634, null, null, '', '', null, null, 'clause', '六'),
('490aba8abec52394', 32, '12场', 655, 658, 12.000000000, null, '场', '场', 12.000000000, null, 'context', '六'),
('490aba8abec52394', 33, '96.5万元', 664, 670, 96.500000000, null, '万元', '元', 965000.000000000, null, 'context', '六'),
('490aba8abec52394', 34, '2026年10月13日', 741, 752, null, null, '', '', null, null, 'date', null),
('e326c49d0f496bfe', 0, '2026年', 6, 11, null, null, '', '', null, null, 'date', null),
('e326c49d0f496bfe', 1, '上半年', 20, 23, null, null, '', '', null, null, 'date', null),
('e326c49d0f496bfe', 2, '099000180/2026-00618', 35, 55, null, null, '', '', null, null, 'name', null),
('e326c49d0f496bfe', 3, '〔2026〕41号', 61, 70, null, null, '', '', null, null, 'name', null),
('e326c49d0f496bfe', 4, '2026-07-22', 88, 98, null, null, '', '', null, null, 'date', null),
('e326c49d0f496bfe', 5, '上半年', 151, 154, null, null, '', '', null, null, 'date', null),
('e326c49d0f496bfe', 6, '1200张', 183, 188, 1200.000000000, null, '张', '张', 1200.000000000, null, 'target', '一'),
('e326c49d0f496bfe', 7, '700张', 199, 203, 700.000000000, null, '张', '张', 700.000000000, 'ge', 'target', '一'),
('e326c49d0f496bfe', 8, '第31条', 205, 209, null, null, '', '', null, null, 'clause', '一'),
('e326c49d0f496bfe', 9, '6月底', 245, 248, null, null, '', '', null, null, 'date', '一'),
('e326c49d0f496bfe', 10, '530张', 259, 263, 530.000000000, null, '张', '张', 530.000000000, null, 'actual', '一'),
('e326c49d0f496bfe', 11, '380张', 271, 275, 380.000000000, null, '张', '张', 380.000000000, null, 'actual', '一'),
('e326c49d0f496bfe', 12, '60个', 296, 299, 60.000000000, null, '个', '个', 60.000000000, null, 'target', '二'),
('e326c49d0f496bfe', 13, '第32条', 301, 305, null, null, '', '', null, null, 'clause', '二'),
('e326c49d0f496bfe', 14, '21个', 349, 352, 21.000000000, null, '个', '个', 21.000000000, null, 'actual', '二'),
('e326c49d0f496bfe', 15, '14个', 355, 358, 14.000000000, null, '个', '个', 14.000000000, null, 'context', '二'),
('e326c49d0f496bfe', 16, '800户', 400, 404, 800.000000000, null, '户', '户', 800.000000000, null, 'target', '三'),
('e326c49d0f496bfe', 17, '第33条', 406, 410, null, null, '', '', null, null, 'clause', '三'),
('e326c49d0f496bfe', 18, '第三方', 426, 429, null, null, '', '', null, null, 'ordinal', '三'),
('e326c49d0f496bfe', 19, '465户', 448, 452, 465.000000000, null, '户', '户', 465.000000000, null, 'context', '三'),
('e326c49d0f496bfe', 20, '7月', 459, 461, null, null, '', '', null, null, 'date', '三'),
('e326c49d0f496bfe', 21, '5%', 489, 491, 5.000000000, null, '%', '%', 5.000000000, 'ge', 'target', '四'),
('e326c49d0f496bfe', 22, '第34条', 495, 499, null, null, '', '', null, null, 'clause', '四'),
('e326c49d0f496bfe', 23, '三季度', 530, 533, null, null, '', '', null, null, 'date', '四'),
('e326c49d0f496bfe', 24, '20个工作日', 562, 568, 20.000000000, null, '个工作日', '工作日', 20.000000000, 'le', 'target', '五'),
('e326c49d0f496bfe', 25, '第35条', 570, 574, null, null, '', '', null, null, 'clause', '五'),
('e326c49d0f496bfe', 26, '“一窗受理·一次告知”', 584, 595, null, null, '', '', null, null, 'name', '五'),
('e326c49d0f496bfe', 27, '7项', 602, 604, 7.000000000, null, '项', '项', 7.000000000, null, 'context', '五'),
('e326c49d0f496bfe', 28, '上半年', 605, 608, null, null, '', '', null, null, 'date', '五'),
('e326c49d0f496bfe', 29, '15.6个工作日', 620, 628, 15.600000000, null, '个工作日', '工作日', 15.600000000, null, 'actual', '五'),
('e326c49d0f496bfe', 30, '第36条', 654, 658, null, null, '', '', null, null, 'clause', '六'),
('e326c49d0f496bfe', 31, '27场', 679, 682, 27.000000000, null, '场', '场', 27.000000000, null, 'context', '六'),
('e326c49d0f496bfe', 32, '3100余人次', 698, 705, 3100.000000000, null, '人次', '人次', 3100.000000000, 'over', 'context', '六'),
('e326c49d0f496bfe', 33, '2026年7月10日', 770, 780, null, null, '', '', null, null, 'date', null);

insert into core.report (extraction_id, revision_id, source_id, version, title, index_number, document_number, topic, issuer, region, published_on, signed_on, year, period, cutoff, is_baseline, run_id, known_at) values
('490aba8abec52394', '478b3d0d70f1d57e', 'yunting-mzj', '1', '市民政局关于2026年民生实事和重点工作前三季度推进情况的报告', '099000180/2026-00689', '汀民〔2026〕66号', null, '云汀市民政局', '云汀市', date '2026-11-18', date '2026-10-13', 2026, 'Q3', date '2026-09-30', true, 'e11b6fb08a244034ba09726aee53ee9d', timestamptz '2026-11-27T00:57:43.935171+00:00'),
('e326c49d0f496bfe', 'c36e42446df575da', 'yunting-mzj', '1', '市民政局关于2026年民生实事和重点工作上半年推进情况的报告', '099000180/2026-00618', '汀民〔2026〕41号', null, '云汀市民政局', '云汀市', date '2026-07-22', date '2026-07-10', 2026, 'H1', date '2026-06-30', true, 'e11b6fb08a244034ba09726aee53ee9d', timestamptz '2026-11-27T00:57:43.935171+00:00');

insert into core.source (source_id, bureau, region, url, family, known_at) values
('yunting-mzj', '云汀市民政局', '云汀市', 'http://mzj.yunting.example/zwxx/dcqk/', 'trs', timestamptz '2026-11-27T00:57:43.311636+00:00');

insert into core.target (extraction_id, indicator_no, operator, value, upper, unit, noun, base, upper_base, countable, text, span_start, span_end, derived_from, known_at) values
('490aba8abec52394', 0, '==', 1200.000000000, null, '张', '张', 1200.000000000, null, true, '1200张', 180, 185, [], timestamptz '2026-11-27T00:57:43.935171+00:00'),
('490aba8abec52394', 1, '>=', 700.000000000, null, '张', '张', 700.000000000, null, true, '700张', 196, 200, [], timestamptz '2026-11-27T00:57:43.935171+00:00'),
('490aba8abec52394', 2, '==', 60.000000000, null, '个', '个', 60.000000000, null, true, '60个', 288, 291, [], timestamptz '2026-11-27T00:57:43.935171+00:00'),
('490aba8abec52394', 3, '==', 800.000000000, null, '户', '户', 800.000000000, null, true, '800户', 382, 386, [], timestamptz '2026-11-27T00:57:43.935171+00:00'),
('490aba8abec52394', 4, '>=', 5.000000000, null, '%', '%', 5.000000000, null, false, '5%', 462, 464, [], timestamptz '2026-11-27T00:57:43.935171+00:00'),
('490aba8abec52394', 5, '<=', 20.000000000, null, '个工作日', '工作日', 20.000000000, null, false, '20个工作日', 542, 548, [], timestamptz '2026-11-27T00:57:43.935171+00:00'),
('e326c49d0f496bfe', 0, '==', 1200.000000000, null, '张', '张', 1200.000000000, null, true, '1200张', 183, 188, [], timestamptz '2026-11-27T00:57:43.935171+00:00'),
('e326c49d0f496bfe', 1, '>=', 700.000000000, null, '张', '张', 700.000000000, null, true, '700张', 199, 203, [], timestamptz '2026-11-27T00:57:43.935171+00:00'),
('e326c49d0f496bfe', 2, '==', 60.000000000, null, '个', '个', 60.000000000, null, true, '60个', 296, 299, [], timestamptz '2026-11-27T00:57:43.935171+00:00'),
('e326c49d0f496bfe', 3, '==', 800.000000000, null, '户', '户', 800.000000000, null, true, '800户', 400, 404, [], timestamptz '2026-11-27T00:57:43.935171+00:00'),
('e326c49d0f496bfe', 4, '>=', 5.000000000, null, '%', '%', 5.000000000, null, false, '5%', 489, 491, [], timestamptz '2026-11-27T00:57:43.935171+00:00'),
('e326c49d0f496bfe', 5, '<=', 20.000000000, null, '个工作日', '工作日', 20.000000000, null, false, '20个工作日', 562, 568, [], timestamptz '2026-11-27T00:57:43.935171+00:00');

insert into core.task (extraction_id, task_no, number, title, span_start, span_end, clauses, departments) values
('490aba8abec52394', 0, '一', '完善养老服务体系，新增养老服务床位1200张，其中护理型床位不少于700张', 161, 268, [31], ['养老服务科']),
('490aba8abec52394', 1, '二', '扩大老年助餐覆盖面，建成老年助餐点60个', 269, 360, [32], ['养老服务科']),
('490aba8abec52394', 2, '三', '关爱特殊困难老年人，完成家庭适老化改造800户', 361, 440, [33], ['养老服务科']),
('490aba8abec52394', 3, '四', '提高困难群众救助水平，城乡低保标准提高5%以上', 441, 519, [34], ['社会救助科']),
('490aba8abec52394', 4, '五', '优化社会救助审核流程，平均办理时限不超过20个工作日', 520, 605, [35], ['社会救助科']),
('490aba8abec52394', 5, '六', '培育公益慈善力量，弘扬扶危济困的社会风尚', 606, 689, [36], ['慈善事业科']),
('e326c49d0f496bfe', 0, '一', '完善养老服务体系，新增养老服务床位1200张，其中护理型床位不少于700张', 164, 276, [31], ['养老服务科']),
('e326c49d0f496bfe', 1, '二', '扩大老年助餐覆盖面，建成老年助餐点60个', 277, 378, [32], ['养老服务科']),
('e326c49d0f496bfe', 2, '三', '关爱特殊困难老年人，完成家庭适老化改造800户', 379, 467, [33], ['养老服务科']),
('e326c49d0f496bfe', 3, '四', '提高困难群众救助水平，城乡低保标准提高5%以上', 468, 539, [34], ['社会救助科']),
('e326c49d0f496bfe', 4, '五', '优化社会救助审核流程，平均办理时限不超过20个工作日', 540, 629, [35], ['社会救助科']),
('e326c49d0f496bfe', 5, '六', '培育公益慈善力量，弘扬扶危济困的社会风尚', 630, 717, [36], ['慈善事业科']);

insert into ops.alert_event (event_no, alert_id, rule, indicator_key, source_id, year, period, since_period, state, severity, reason, assessment_id, told, run_id, known_at, rose_no, quiet, level, periods, cause, words, extraction_id, revision_id, actor, note) values
(1, '1cbdaeef14955423', 'lagging', '0e0c7878bfe8c191', 'yunting-mzj', 2026, 'Q3', 'H1', 'firing', 'severe', 'first', '805cc9635c2a2bdf', true, 'e11b6fb08a244034ba09726aee53ee9d', timestamptz '2026-11-27T00:57:44.456593+00:00', 1, null, 3, 2, 'report', '完成26个/60个＝43.3%，序时进度75.0%，落后31.7个百分点', '490aba8abec52394', '478b3d0d70f1d57e', null, null),
(2, 'a4938e071e102f82', 'lagging', '174b9aafb72579a0', 'yunting-mzj', 2026, 'Q3', 'Q3', 'firing', 'slight', 'first', '0549dcd0478006f9', true, 'e11b6fb08a244034ba09726aee53ee9d', timestamptz '2026-11-27T00:57:44.456593+00:00', 1, null, 3, 1, 'report', '完成514张/700张＝73.4%，序时进度75.0%，落后1.6个百分点', '490aba8abec52394', '478b3d0d70f1d57e', null, null),
(3, 'fea50d02477f1e84', 'claim', '0e0c7878bfe8c191', 'yunting-mzj', 2026, 'Q3', 'Q3', 'firing', 'severe', 'first', '805cc9635c2a2bdf', true, 'e11b6fb08a244034ba09726aee53ee9d', timestamptz '2026-11-27T00:57:44.456593+00:00', 1, null, 1, 1, 'report', '自评“进展顺利”，而按数据：完成26个/60个＝43.3%，序时进度75.0%，落后31.7个百分点', '490aba8abec52394', '478b3d0d70f1d57e', null, null);

insert into ops.source_check (check_no, source_id, run_id, checked_at, trouble, detail, listed, newest_on, step, told) values
(1, 'yunting-mzj', 'e11b6fb08a244034ba09726aee53ee9d', timestamptz '2026-11-27T00:57:43.765749+00:00', null, null, 2, date '2026-11-18', 'well', false);

insert into ops.source_visit (source_id, run_id, visited_at, listed, new, error) values
('yunting-mzj', 'e11b6fb08a244034ba09726aee53ee9d', timestamptz '2026-11-27T00:57:43.765749+00:00', 2, 2, null);

insert into ops.told (message_id, channel, recipient, alert_id, source_id, kind, step_no, level, told_at, run_id) values
('108ad537e330b5656736607bbb375f7b3a731635769f91b05de5566786ece2a0', 'folder', 'duban@localhost', '1cbdaeef14955423', 'yunting-mzj', 'firing', 1, 0, timestamptz '2026-11-27T00:57:44.456593+00:00', 'e11b6fb08a244034ba09726aee53ee9d'),
('108ad537e330b5656736607bbb375f7b3a731635769f91b05de5566786ece2a0', 'folder', 'duban@localhost', 'a4938e071e102f82', 'yunting-mzj', 'firing', 1, 0, timestamptz '2026-11-27T00:57:44.456593+00:00', 'e11b6fb08a244034ba09726aee53ee9d'),
('108ad537e330b5656736607bbb375f7b3a731635769f91b05de5566786ece2a0', 'folder', 'duban@localhost', 'fea50d02477f1e84', 'yunting-mzj', 'firing', 1, 0, timestamptz '2026-11-27T00:57:44.456593+00:00', 'e11b6fb08a244034ba09726aee53ee9d');

insert into raw.document (document_id, source_id, url, first_seen_at) values
('25307dae205f9cbc', 'yunting-mzj', 'http://mzj.yunting.example/zwxx/dcqk/202611/t20261118_1000689.shtml', timestamptz '2026-11-27T00:57:43.935171+00:00'),
('3dcc72839a198350', 'yunting-mzj', 'http://mzj.yunting.example/zwxx/dcqk/202607/t20260722_1000618.shtml', timestamptz '2026-11-27T00:57:43.935171+00:00');

insert into raw.listed (source_id, url, state, title, published_on, same_as, run_id, known_at) values
('yunting-mzj', 'http://mzj.yunting.example/zwxx/dcqk/202607/t20260722_1000618.shtml', 'listed', '市民政局关于2026年民生实事和重点工作上半年推进情况的报告', date '2026-07-22', null, 'e11b6fb08a244034ba09726aee53ee9d', timestamptz '2026-11-27T00:57:43.765749+00:00'),
('yunting-mzj', 'http://mzj.yunting.example/zwxx/dcqk/202611/t20261118_1000689.shtml', 'listed', '市民政局关于2026年民生实事和重点工作前三季度推进情况的报告', date '2026-11-18', null, 'e11b6fb08a244034ba09726aee53ee9d', timestamptz '2026-11-27T00:57:43.765749+00:00');

insert into raw.revision (revision_id, document_id, sha256, fetched_at, media_type, listed_title, published_on, run_id, known_at) values
('478b3d0d70f1d57e', '25307dae205f9cbc', 'd1867bdbdf14fab11f2f6c7220888add3b52e5b3fe8fbfc31e21daf1a0f3e32d', timestamptz '2026-11-27T00:57:43.752881+00:00', 'text/html', '市民政局关于2026年民生实事和重点工作前三季度推进情况的报告', date '2026-11-18', 'e11b6fb08a244034ba09726aee53ee9d', timestamptz '2026-11-27T00:57:43.935171+00:00'),
('c36e42446df575da', '3dcc72839a198350', '7a54623dcfc93e3633dc3757ec59d42074fc4871e8c0aa983ac50ede102c4e44', timestamptz '2026-11-27T00:57:43.641251+00:00', 'text/html', '市民政局关于2026年民生实事和重点工作上半年推进情况的报告', date '2026-07-22', 'e11b6fb08a244034ba09726aee53ee9d', timestamptz '2026-11-27T00:57:43.935171+00:00');

insert into raw.text (extraction_id, text) values
('490aba8abec52394', '市民政局关于2026年民生实事和重点工作前三季度推进情况的报告
索引号：099000180/2026-00689
文号：汀民〔2026〕66号
发文单位：云汀市民政局
发布日期：2026-11-18
前三季度，市民政局聚焦群众急难愁盼，持续加大投入力度，统筹推进养老、救助、慈善等各项工作。现将前三季度推进情况报告如下：
一、完善养老服务体系，新增养老服务床位1200张，其中护理型床位不少于700张。（第31条、养老服务科）
苇湾县养老服务中心、汀南区颐养院相继建成。截至9月底，全市新增养老服务床位968张，其中护理型床位514张。
二、扩大老年助餐覆盖面，建成老年助餐点60个。（第32条、养老服务科）
采取“中央厨房+社区配送”模式降低运营成本。目前已建成老年助餐点26个，另有19个正在装修，工作总体进展顺利。
三、关爱特殊困难老年人，完成家庭适老化改造800户。（第33条、养老服务科）
实行“一户一方案”，加强施工质量巡查。1—9月，全市完成家庭适老化改造703户。
四、提高困难群众救助水平，城乡低保标准提高5%以上。（第34条、社会救助科）
经市政府批准，自8月1日起，城乡低保标准提高5.6%，惠及困难群众2.9万人。
五、优化社会救助审核流程，平均办理时限不超过20个工作日。（第35条、社会救助科）
全面推行网上申请，加强部门信息核对。前三季度，社会救助平均办理时限为14.8个工作日。
六、培育公益慈善力量，弘扬扶危济困的社会风尚。（第36条、慈善事业科）
举办“汀爱·邻里”慈善市集12场——募集善款96.5万元，全部用于困境儿童助学和重病家庭帮扶。
下一步，市民政局将倒排老年助餐点建设工期，逐点明确责任人和完成时限，全力冲刺年度目标。
云汀市民政局
2026年10月13日'),
('e326c49d0f496bfe', '市民政局关于2026年民生实事和重点工作上半年推进情况的报告
索引号：099000180/2026-00618
文号：汀民〔2026〕41号
发文单位：云汀市民政局
发布日期：2026-07-22
今年以来，市民政局坚持以人民为中心，扎实推进民生实事和重点工作，兜底保障更加有力，服务供给持续优化。现将上半年推进情况报告如下：
一、完善养老服务体系，新增养老服务床位1200张，其中护理型床位不少于700张。（第31条、养老服务科）
推动公办养老机构改造提升，引导社会力量参与普惠养老。截至6月底，全市新增养老服务床位530张，其中护理型床位380张。
二、扩大老年助餐覆盖面，建成老年助餐点60个。（第32条、养老服务科）
优先在石埗街道、临江社区等老年人口密集区域选址布点。目前已建成老年助餐点21个，另有14个正在办理食品经营许可，工作总体进展顺利。
三、关爱特殊困难老年人，完成家庭适老化改造800户。（第33条、养老服务科）
通过公开招标确定第三方机构，逐户开展需求评估，已完成入户评估465户，改造施工将于7月起分批进场。
四、提高困难群众救助水平，城乡低保标准提高5%以上。（第34条、社会救助科）
会同财政、统计部门开展测算，形成调标方案，拟于三季度按程序报批。
五、优化社会救助审核流程，平均办理时限不超过20个工作日。（第35条、社会救助科）
推行“一窗受理·一次告知”，压减证明材料7项。上半年，社会救助平均办理时限为15.6个工作日。
六、培育公益慈善力量，弘扬扶危济困的社会风尚。（第36条、慈善事业科）
开展“汀爱·邻里”主题活动27场——覆盖城区全部街道，吸引志愿者3100余人次参与，慈善氛围日益浓厚。
下一步，市民政局将加快助餐点建设和床位改造进度，强化项目资金监管，把实事办好、好事办实。
云汀市民政局
2026年7月10日');
