//! The controls against a plain retelling of their rules over trees, for sources that take over
//! everything, something or nothing.

use std::{cmp::Ordering, ops::ControlFlow};

use api::{
    Data, Form, List, Result, Value,
    reply::{Narrow, Narrowed, Source, TreeSink},
};
use proptest::{prelude::*, sample::select};
use serde_json::json;

use super::*;
use crate::answer::list::put_data;

/// A source that takes over what it is told to.
struct Taking {
    rows: Vec<Value>,
    takes: [bool; 5],
    plan: Vec<Value>,
}

impl Source<Value> for Taking {
    fn narrow(&mut self, wish: &Narrow) -> Result<Narrowed> {
        let [equal, sort, window, records, matches] = self.takes;
        let equal = equal && !wish.equal.is_empty();
        let mut rows = self.rows.clone();
        if equal {
            rows.retain(|row| {
                wish.equal.iter().all(|(field, text)| is_hit(row, field, "eq", text))
            });
        }
        let all_filtered = !wish.others && (equal || wish.equal.is_empty());
        let left = u64::try_from(rows.len()).unwrap();
        let sort = sort && wish.sort.is_some();
        if let Some((field, reverse)) = wish.sort.as_ref().filter(|_| sort) {
            rows.sort_by(|one, other| turn(*reverse, first(one, field).cmp(&first(other, field))));
        }
        let window = window && all_filtered && (sort || !wish.sorted) && wish.window.is_some();
        if let Some((skip, take)) = wish.window.filter(|_| window) {
            let bound = |number| usize::try_from(number).unwrap_or(usize::MAX);
            rows = rows.into_iter().skip(bound(skip)).take(bound(take)).collect();
        }
        self.plan = rows;
        Ok(Narrowed {
            equal,
            sort,
            window,
            // Who takes rows away says how many there were.
            records: (records || equal || window).then(|| u64::try_from(self.rows.len()).unwrap()),
            matches: (matches || window).then_some(left),
        })
    }

    fn each(self: Box<Self>, row: &mut dyn FnMut(&Value) -> Result<ControlFlow<()>>) -> Result<()> {
        for item in &self.plan {
            if row(item)?.is_break() {
                break;
            }
        }
        Ok(())
    }
}

fn turn(reverse: bool, order: Ordering) -> Ordering {
    if reverse { order.reverse() } else { order }
}

/// All plain values in a field, or in all of them.
fn leaves<'v>(value: &'v Value, found: &mut Vec<&'v Value>) {
    match value {
        Value::Array(list) => list.iter().for_each(|item| leaves(item, found)),
        Value::Object(map) => map.values().for_each(|item| leaves(item, found)),
        leaf => found.push(leaf),
    }
}

fn looked_at<'v>(row: &'v Value, field: &str) -> Vec<&'v Value> {
    let mut found = Vec::new();
    if field == "*" {
        leaves(row, &mut found);
    } else if let Some(value) = row.get(field) {
        leaves(value, &mut found);
    }
    found
}

fn text_of(leaf: &Value) -> String {
    match leaf {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn first(row: &Value, field: &str) -> String {
    looked_at(row, field).first().map(|leaf| text_of(leaf)).unwrap_or_default()
}

fn number_of(text: &str) -> f64 {
    let pattern = regex::Regex::new(r"^\s*([-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+))").unwrap();
    pattern.captures(text).map_or(0.0, |found| found[1].parse::<f64>().unwrap() + 0.0)
}

fn is_hit(row: &Value, field: &str, operator: &str, wanted: &str) -> bool {
    let found = looked_at(row, field);
    let wanted_lower = wanted.to_ascii_lowercase();
    let any = |test: &dyn Fn(&str) -> bool| {
        found.iter().any(|leaf| test(&text_of(leaf).to_ascii_lowercase()))
    };
    let by_number = |holds: fn(f64, f64) -> bool, most: bool| {
        let rank = |text: &str| {
            if most && text == "unlimited" { f64::INFINITY } else { number_of(text) }
        };
        any(&|text| holds(rank(text), rank(&wanted_lower)))
    };
    match operator {
        "" | "contains" => any(&|text| text.contains(&wanted_lower)),
        "eq" => any(&|text| text == wanted_lower),
        "ne" => !found.is_empty() && !any(&|text| text == wanted_lower),
        "begins" => any(&|text| text.starts_with(&wanted_lower)),
        "ends" => any(&|text| text.ends_with(&wanted_lower)),
        "matches" => {
            let pattern = regex::Regex::new(&wanted_lower).unwrap();
            any(&|text| pattern.is_match(text))
        }
        "defined" => found.iter().any(|leaf| !leaf.is_null()),
        "undefined" => found.iter().all(|leaf| leaf.is_null()),
        "==" => any(&|text| match (text.parse::<f64>(), wanted.parse::<f64>()) {
            #[expect(clippy::float_cmp, reason = "equality is what is asked")]
            (Ok(one), Ok(other)) => one == other,
            _ => text == wanted_lower,
        }),
        "lt" => by_number(|one, other| one < other, false),
        "lt_equal" => by_number(|one, other| one <= other, false),
        "lt_handle_unlimited" => by_number(|one, other| one < other, true),
        "gt" => by_number(|one, other| one > other, false),
        "gt_equal" => by_number(|one, other| one >= other, false),
        "gt_handle_unlimited" => by_number(|one, other| one > other, true),
        other => panic!("{other}"),
    }
}

type Asked = Vec<(String, String)>;

/// What the rules give, told plainly: the rows, `metadata.chunk`, `metadata.filter`.
fn retold(rows: &[Value], asked: &Asked) -> (Vec<Value>, Option<Value>, Option<Value>) {
    let get = |name: &str| asked.iter().rev().find(|(n, _)| n == name).map(|(_, text)| &**text);
    let is_on = |name: &str| get(name) == Some("1");
    let mut kept = rows.to_vec();
    let mut filter = None;
    if is_on("api.filter.enable") {
        filter = Some(json!({"filtered": rows.len()}));
        for letter in ["a", "b"] {
            let part = |part: &str| get(&format!("api.filter.{letter}.{part}"));
            let Some(field) = part("field") else { continue };
            let (operator, wanted) = (part("type").unwrap_or(""), part("arg0").unwrap_or(""));
            kept.retain(|row| is_hit(row, field, operator, wanted));
        }
    }
    if is_on("api.sort.enable") {
        // The last letter first: stable sorts add up.
        for letter in ["b", "a"] {
            let part = |part: &str| get(&format!("api.sort.{letter}.{part}"));
            let Some(field) = part("field") else { continue };
            let reverse = part("reverse") == Some("1");
            let key = |row: &Value| number_of(&first(row, field));
            let zero_as_most = |n: f64| if n == 0.0 { f64::INFINITY } else { n };
            let address = |row: &Value| {
                first(row, field)
                    .parse::<std::net::Ipv4Addr>()
                    .map_or(-1, |ip| u32::from(ip).into())
            };
            kept.sort_by(|one, other| {
                let order = match part("method").unwrap_or("") {
                    "numeric" => key(one).total_cmp(&key(other)),
                    "numeric_zero_as_max" => {
                        zero_as_most(key(one)).total_cmp(&zero_as_most(key(other)))
                    }
                    "ipv4" => i64::cmp(&address(one), &address(other)),
                    _ => first(one, field).cmp(&first(other, field)),
                };
                turn(reverse, order)
            });
        }
    }
    let mut chunk = None;
    if is_on("api.chunk.enable") {
        let number = |name| get(name).map_or(0, |text| text.parse::<i64>().unwrap());
        let start = usize::try_from(number("api.chunk.start").max(1)).unwrap();
        let size = match number("api.chunk.size") {
            size @ 1.. => usize::try_from(size).unwrap(),
            _ => kept.len(),
        };
        let bounded = number("api.chunk.size") > 0;
        chunk = Some(json!({
            "start": start, "size": size,
            "current": if bounded { (start - 1) / size + 1 } else { 1 },
            "chunks": if size == 0 { 0 } else { kept.len().div_ceil(size) },
            "records": kept.len(),
        }));
        kept = kept.into_iter().skip(start - 1).take(size).collect();
    }
    if is_on("api.columns.enable") {
        let columns: Vec<_> =
            ["a", "b"].iter().filter_map(|x| get(&format!("api.columns.{x}"))).collect();
        if !columns.is_empty() {
            for map in kept.iter_mut().filter_map(Value::as_object_mut) {
                map.retain(|key, _| columns.contains(&key.as_str()));
            }
        }
    }
    (kept, chunk, filter)
}

fn ours(data: Data, asked: &Asked) -> (Value, Option<Value>, Option<Value>) {
    let form: Form = asked.iter().cloned().collect();
    let controls = Controls::read(&form).unwrap();
    let mut sink = TreeSink::default();
    api::Sink::open_object(&mut sink);
    let counts = put_data(data, "data", &controls, &mut sink).unwrap();
    api::Sink::close_object(&mut sink);
    let mut told: serde_json::Map<String, Value> =
        counts.entries().map(|(key, value)| (key.to_owned(), value)).collect();
    (sink.finish()["data"].take(), told.remove("chunk"), told.remove("filter"))
}

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        (-2i64..12).prop_map(Value::from),
        Just(json!(1.5)),
        select(vec![
            "amy",
            "AMY",
            "bob",
            "",
            "12M",
            "5",
            "5.0",
            "0",
            "unlimited",
            "Unlimited",
            "10.0.0.1",
            "9.0.0.1",
            "é",
        ])
        .prop_map(Value::from),
    ];
    prop_oneof![
        8 => leaf.clone(),
        1 => proptest::collection::vec(leaf.clone(), 0..3).prop_map(Value::Array),
        1 => leaf.prop_map(|leaf| json!({"name": leaf})),
    ]
}

fn a_row() -> impl Strategy<Value = Value> {
    let entries = proptest::collection::vec((select(vec!["name", "size", "ip"]), values()), 0..4);
    prop_oneof![
        12 => entries.prop_map(|entries| {
            entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect::<Value>()
        }),
        1 => values(),
    ]
}

fn asked() -> impl Strategy<Value = Asked> {
    let field = || select(vec!["name", "size", "ip", "*", "nope"]);
    let wanted =
        select(vec!["amy", "5", "", "unlimited", "m", "12M", "0", "10.0.0.1", "é", "1.5", "-1"]);
    let operator = select(vec![
        "",
        "==",
        "eq",
        "eq",
        "eq",
        "ne",
        "begins",
        "contains",
        "ends",
        "matches",
        "defined",
        "undefined",
        "lt",
        "lt_equal",
        "lt_handle_unlimited",
        "gt",
        "gt_equal",
        "gt_handle_unlimited",
    ]);
    let filter = (field(), operator, wanted);
    let method = select(vec!["", "", "lexicographic", "numeric", "numeric_zero_as_max", "ipv4"]);
    let sort = (select(vec!["name", "size", "ip", "nope"]), method, select(vec!["0", "1"]));
    let chunk =
        (select(vec!["", "-1", "0", "1", "2", "4", "30"]), select(vec!["", "0", "1", "3", "9"]));
    (
        proptest::collection::vec(filter, 0..3),
        proptest::collection::vec(sort, 0..3),
        proptest::option::of(chunk),
        proptest::option::of(proptest::collection::vec(field(), 0..3)),
        any::<bool>(),
    )
        .prop_map(|(filters, sorts, chunk, columns, filter_on)| {
            let mut asked = Vec::new();
            let mut ask = |name: String, text: &str| asked.push((name, text.to_owned()));
            if filter_on || !filters.is_empty() {
                ask("api.filter.enable".to_owned(), "1");
            }
            for (letter, (field, operator, wanted)) in ["a", "b"].iter().zip(filters) {
                ask(format!("api.filter.{letter}.field"), field);
                ask(format!("api.filter.{letter}.type"), operator);
                ask(format!("api.filter.{letter}.arg0"), wanted);
            }
            if !sorts.is_empty() {
                ask("api.sort.enable".to_owned(), "1");
            }
            for (letter, (field, method, reverse)) in ["a", "b"].iter().zip(sorts) {
                ask(format!("api.sort.{letter}.field"), field);
                ask(format!("api.sort.{letter}.method"), method);
                ask(format!("api.sort.{letter}.reverse"), reverse);
            }
            if let Some((start, size)) = chunk {
                ask("api.chunk.enable".to_owned(), "1");
                for (name, text) in [("start", start), ("size", size)] {
                    if !text.is_empty() {
                        ask(format!("api.chunk.{name}"), text);
                    }
                }
            }
            if let Some(columns) = columns {
                ask("api.columns.enable".to_owned(), "1");
                for (letter, field) in ["a", "b"].iter().zip(columns) {
                    ask(format!("api.columns.{letter}"), field);
                }
            }
            asked
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]
    #[test]
    fn every_source_gives_what_the_rules_say(
        rows in proptest::collection::vec(a_row(), 0..12),
        asked in asked(),
        takes in any::<[bool; 5]>(),
    ) {
        let (kept, chunk, filter) = retold(&rows, &asked);
        let expected = (json!({"list": kept}), chunk, filter);
        let taking = Taking { rows: rows.clone(), takes, plan: rows.clone() };
        let sources = [
            List::from(rows.clone()).into_rows("list"),
            List::Source(Box::new(taking)).into_rows("list"),
            Data::Tree(json!({"list": rows})),
        ];
        for data in sources {
            prop_assert_eq!(&ours(data, &asked), &expected);
        }
    }
}

fn pairs(pairs: &[(&str, &str)]) -> Asked {
    pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

fn problem(asked: &[(&str, &str)]) -> String {
    let form: Form = pairs(asked).into_iter().collect();
    Controls::read(&form).unwrap_err().to_string()
}

#[test]
fn errors_name_the_parameter() {
    let chunk = [("api.chunk.enable", "1"), ("api.chunk.start", "1.5")];
    assert_eq!(problem(&chunk), "api.chunk.start: must be a whole number");
    let filter = [("api.filter.enable", "1"), ("api.filter.zb.arg0", "x")];
    assert_eq!(problem(&filter), "api.filter.zb.field: is required beside its other parts");
    let filter = |operator| {
        let field = ("api.filter.a.field", "name");
        let [kind, text] = [("api.filter.a.type", operator), ("api.filter.a.arg0", "(")];
        problem(&[("api.filter.enable", "1"), field, kind, text])
    };
    assert!(filter("like").starts_with("api.filter.a.type: “like” is none of"));
    assert!(filter("matches").starts_with("api.filter.a.type: “matches” needs a regular"));
    let method = ("api.sort.a.method", "random");
    let said = problem(&[("api.sort.enable", "1"), ("api.sort.a.field", "name"), method]);
    assert!(said.starts_with("api.sort.a.method: “random” is none of: lexicographic"), "{said}");
}

#[test]
fn a_text_that_no_store_takes_is_not_left_to_the_source() {
    let asked = |text| {
        let field = ("api.filter.a.field", "user");
        let [kind, text] = [("api.filter.a.type", "eq"), ("api.filter.a.arg0", text)];
        pairs(&[("api.filter.enable", "1"), field, kind, text])
    };
    let wish = |text| Controls::read(&asked(text).into_iter().collect()).unwrap().wish();
    assert_eq!(wish("anna").equal, [("user".to_owned(), "anna".to_owned())]);
    assert!(wish("an\0na").equal.is_empty() && wish("an\0na").others);
    let rows = Data::Tree(json!({"list": [{"user": "anna"}]}));
    assert_eq!(ours(rows, &asked("an\0na")).0, json!({"list": []}));
}

#[test]
fn what_is_not_enabled_is_not_read() {
    let form: Form =
        pairs(&[("api.chunk.size", "x"), ("api.filter.enable", "0")]).into_iter().collect();
    assert!(Controls::read(&form).unwrap().is_empty());
}

#[test]
fn sorts_go_by_their_letters() {
    let rows =
        vec![json!({"n": 2, "t": "b"}), json!({"n": 1, "t": "b"}), json!({"n": 3, "t": "a"})];
    let asked = pairs(&[
        ("api.sort.enable", "1"),
        ("api.sort.za.field", "n"),
        ("api.sort.za.method", "numeric"),
        ("api.sort.z.field", "t"),
    ]);
    let (data, ..) = ours(Data::Tree(json!({"list": rows})), &asked);
    let numbers: Vec<_> = data["list"].as_array().unwrap().iter().map(|row| &row["n"]).collect();
    assert_eq!(numbers, [3, 1, 2]);
}

#[test]
fn what_stands_beside_the_list_stays() {
    let asked = pairs(&[("api.chunk.enable", "1"), ("api.chunk.size", "1")]);
    let (data, ..) = ours(Data::Tree(json!({"n": 1, "list": [1, 2], "m": {}})), &asked);
    assert_eq!(data, json!({"n": 1, "m": {}, "list": [1]}));
    let two = json!({"one": [1, 2], "two": [1, 2]});
    assert_eq!(ours(Data::Tree(two.clone()), &asked), (two, None, None));
}

/// A source that knows its number and must not be read behind the window.
struct Known;

impl Source<i64> for Known {
    fn narrow(&mut self, _: &Narrow) -> Result<Narrowed> {
        Ok(Narrowed { records: Some(1_000_000), ..Narrowed::default() })
    }
    fn each(self: Box<Self>, row: &mut dyn FnMut(&i64) -> Result<ControlFlow<()>>) -> Result<()> {
        for n in 1..=12 {
            if row(&n)?.is_break() {
                assert_eq!(n, 12);
                return Ok(());
            }
        }
        panic!("read behind the window");
    }
}

#[test]
fn reading_stops_behind_the_window_where_the_number_is_known() {
    let asked =
        pairs(&[("api.chunk.enable", "1"), ("api.chunk.size", "2"), ("api.chunk.start", "11")]);
    let (data, chunk, _) = ours(List::Source(Box::new(Known)).into_rows("n"), &asked);
    assert_eq!(data, json!({"n": [11, 12]}));
    let expected =
        json!({"start": 11, "size": 2, "current": 6, "chunks": 500_000, "records": 1_000_000});
    assert_eq!(chunk, Some(expected));
}
