"""The words before what an amount comes down to: 由18处减至_10处, 压减到_15个."""

CUT_TO = r"(?:减少|压减|压降|压缩|缩短|降低|下降|削减|消减|缩减|精减|核减|减|降|缩)[到至]"
