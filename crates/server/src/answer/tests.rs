//! The trees that the writers' tests share.

use proptest::prelude::*;

use super::*;

/// Any tree that an answer can be: an object at the root, no truth values, numbers that all
/// formats can hold exactly, texts with every character there is.
pub(super) fn trees() -> impl Strategy<Value = Value> {
    let text = prop_oneof![
        4 => "[ -~]{0,12}",
        2 => any::<String>(),
        1 => proptest::collection::vec(
            prop_oneof![
                proptest::char::range('\0', '\u{a0}'),
                proptest::char::range('\u{2020}', '\u{2030}'),
                proptest::char::range('\u{fff0}', '\u{10000}'),
            ],
            0..6,
        ).prop_map(|letters| letters.into_iter().collect::<String>()),
        2 => proptest::sample::select(vec![
            "", "no", "Yes", "null", "~", "1", "-1", "1e3", "0x1f", "1_000", "12:30:45", "2026-11-25",
            ".inf", "NaN", "- a", "a: b", "a #b", "&x", "*x", "!x", "%x", "@x", "`x", "'", "\"", "---",
            "...", "[a", "{a", "a]", "?", "<<", "=", "y", "0o7", "1.2.3.4", "unlimited", "a\n", "\n",
            " a", "a ", "a:", ":a", "|", ">", "\u{85}", "\u{feff}", "]]>", "&amp;",
        ]).prop_map(str::to_owned),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<i64>().prop_map(Value::from),
        (-1_000_000i32..1_000_000).prop_map(|n| Value::from(f64::from(n) / 64.0)),
        text.clone().prop_map(Value::from),
    ];
    let tree = leaf.prop_recursive(4, 40, 6, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::Array),
            proptest::collection::vec((text.clone(), inner), 0..5)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    });
    proptest::collection::vec(("[a-z]{1,6}", tree), 0..5)
        .prop_map(|entries| Value::Object(entries.into_iter().collect()))
}
