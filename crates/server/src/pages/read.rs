//! Reading the trees that functions answer, which may hold numbers as texts and texts as numbers.

use api::Value;

/// The text under a key; a number as it is written, nothing where there is none.
pub(crate) fn text(tree: &Value, key: &str) -> String {
    tree.get(key).map(shown).unwrap_or_default()
}

/// A value in one line.
pub(crate) fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Whether a flag is set.
pub(crate) fn flag(tree: &Value, key: &str) -> bool {
    text(tree, key) == "1"
}

/// The whole number under a key.
pub(crate) fn number(tree: &Value, key: &str) -> Option<i64> {
    text(tree, key).parse().ok()
}

/// The list under a key.
pub(crate) fn list<'a>(tree: &'a Value, key: &str) -> &'a [Value] {
    tree.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The texts of the list under a key, or the text that stands there alone.
pub(crate) fn texts(tree: &Value, key: &str) -> Vec<String> {
    match tree.get(key) {
        Some(Value::Array(list)) => list.iter().map(shown).collect(),
        Some(Value::Null) | None => Vec::new(),
        Some(one) => one
            .as_str()
            .map_or_else(|| vec![shown(one)], |text| text.lines().map(str::to_owned).collect()),
    }
}

/// A Unix time as a date and a time of day in UTC; nothing where there is none.
pub(crate) fn moment(seconds: i64) -> String {
    let time = jiff::Timestamp::from_second(seconds).ok().filter(|_| seconds > 0);
    time.map(|time| time.strftime("%Y-%m-%d %H:%M UTC").to_string()).unwrap_or_default()
}

/// The day of a Unix time in UTC, as a date field has it.
pub(crate) fn day(seconds: i64) -> String {
    let time = jiff::Timestamp::from_second(seconds).ok().filter(|_| seconds > 0);
    time.map(|time| time.strftime("%Y-%m-%d").to_string()).unwrap_or_default()
}

/// The last second of a day in UTC.
pub(crate) fn end_of_day(day: &str) -> Option<i64> {
    let date: jiff::civil::Date = day.parse().ok()?;
    let end = jiff::tz::Offset::UTC.to_timestamp(date.at(23, 59, 59, 0)).ok()?;
    Some(end.as_second())
}

/// An amount in KiB for people.
pub(crate) fn kibibytes(amount: u64) -> String {
    match amount {
        0..1_024 => format!("{amount} KiB"),
        1_024..1_048_576 => format!("{} MiB", amount / 1_024),
        _ => {
            let tenths = amount.saturating_mul(10) / 1_048_576;
            format!("{}.{} GiB", tenths / 10, tenths % 10)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_texts_are_read_alike() {
        let tree = serde_json::json!({"a": 1, "b": "1", "c": null, "d": "x", "w": "one\ntwo"});
        assert!(flag(&tree, "a") && flag(&tree, "b") && !flag(&tree, "c") && !flag(&tree, "e"));
        assert_eq!((text(&tree, "c"), text(&tree, "a")), (String::new(), "1".to_owned()));
        assert_eq!(number(&tree, "d"), None);
        assert_eq!(texts(&tree, "w"), ["one", "two"]);
    }

    #[test]
    fn days_end_with_their_last_second() {
        assert_eq!(end_of_day("2026-01-01"), Some(1_767_311_999));
        assert_eq!(moment(1_767_311_999), "2026-01-01 23:59 UTC");
        assert_eq!((day(1_767_311_999), moment(0)), ("2026-01-01".to_owned(), String::new()));
        assert_eq!(end_of_day("2026-02-30"), None);
    }

    #[test]
    fn amounts_are_short() {
        assert_eq!(kibibytes(512), "512 KiB");
        assert_eq!(kibibytes(14 * 1_024), "14 MiB");
        assert_eq!(kibibytes(3 * 1_048_576 / 2), "1.5 GiB");
    }
}
