"""Pydantic's findings, said in both languages."""

from pydantic_core import ErrorDetails

from layers.core.text import Text

# By the type of the error; `{…}` is filled in from its context.
_ZH: dict[str, str] = {
    "missing": "缺少此项",
    "string_type": "应为文字",
    "decimal_type": "应为十进制数",
    "bool_type": "应为 true 或 false",
    "decimal_max_digits": "最多 {max_digits} 位数字",
    "decimal_max_places": "最多 {decimal_places} 位小数",
    "decimal_whole_digits": "整数部分最多 {whole_digits} 位",
    "finite_number": "应为有限的数",
    "date_type": "应为日期,如 2026-11-24",
    "date_parsing": "应为日期,如 2026-11-24",
    "datetime_type": "应为带时区的时刻,如 2026-11-24T08:00:00+08:00",
    "datetime_from_date_parsing": "应为带时区的时刻,如 2026-11-24T08:00:00+08:00",
    "int_from_float": "应为整数",
    "int_parsing": "应为整数",
    "int_type": "应为整数",
    "float_parsing": "应为数字",
    "float_type": "应为数字",
    "decimal_parsing": "应为十进制数",
    "bool_parsing": "应为 true 或 false",
    "date_from_datetime_parsing": "应为日期,如 2026-11-24",
    "datetime_parsing": "应为带时区的时刻,如 2026-11-24T08:00:00+08:00",
    "timezone_aware": "时刻缺少时区",
    "enum": "应为其一:{expected}",
    "literal_error": "应为其一:{expected}",
    "greater_than": "应大于 {gt}",
    "greater_than_equal": "应不小于 {ge}",
    "less_than": "应小于 {lt}",
    "less_than_equal": "应不大于 {le}",
    "string_too_long": "最多 {max_length} 个字符",
    "string_too_short": "至少 {min_length} 个字符",
    "string_pattern_mismatch": "格式应为 {pattern}",
    "json_invalid": "不是有效的 JSON",
    "geometry_kind": "应为 GeoJSON {kinds}",
    "geometry_unread": "不是 GeoJSON 图形",
    "geometry_empty": "图形没有坐标",
    "geometry_long": "有 {found} 个顶点,最多 {max} 个",
    "geometry_swapped": "应先经度后纬度",
    "geometry_abroad": "图形不在中国境内",
    "geometry_invalid": "图形无效:{why}",
    "geometry_tiny": "图形没有大小",
    "geometry_huge": "面积超过 {max} m²",
    "geometry_far": "图形远离小区",
    "scene_long": "顶点总数超过 {max}",
    "id_twice": "两栋楼编号相同",
    "ends_order": "结束不晚于开始",
    "height_missing": "缺少作业高度 working_height_m",
    "weights_twice": "weights 与 set 只给其一",
    "criterion_unknown": "没有准则:{names}",
    "cost_over": "部分造价超过总造价",
    "candidates_own": "方案只从库内小区中选择,不带自带候选",
    "one_of": "小区与场景须给其一",
}


def message(error: ErrorDetails) -> Text:
    """Why a value is refused, without its name and without a full stop."""
    known = _ZH.get(error["type"])
    zh = known.format(**error.get("ctx", {})) if known else error["msg"]
    return Text(zh, error["msg"])
