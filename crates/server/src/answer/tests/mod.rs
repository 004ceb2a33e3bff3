//! Whole answers, byte by byte, and the trees that the writers' tests share.

use std::ops::ControlFlow;

use api::{
    Effect, Error, Field, List, Needs, Type,
    legacy::Reshape,
    reply::{Narrow, Narrowed, Source},
};
use proptest::prelude::*;
use serde_json::json;

use super::*;

mod legacy;

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

const USER: Type = Type::Object(&[Field {
    name: "acct",
    doc: "",
    ty: Type::List(&Type::Any),
    default: None,
    family: false,
    rest: false,
    absent: false,
    aliases: &[],
}]);

fn entry(name: &'static str, legacy: Legacy, reply: Type) -> &'static Entry {
    Box::leak(Box::new(Entry {
        name,
        doc: "",
        needs: Needs::Login,
        effect: Effect::Reads,
        legacy,
        finished: true,
        params: &[],
        reply,
        call: |_, _| Ok(Data::None),
    }))
}

fn outcome(name: &'static str, legacy: Legacy, result: Result<Data>) -> Outcome {
    let entry = entry(name, legacy, USER);
    Outcome { command: name.to_owned(), entry: Some(entry), result, notes: Notes::default() }
}

fn form(pairs: &[(&str, &str)]) -> Form {
    pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

fn text(outcome: Outcome, form: &Form, version: Version, format: Format) -> String {
    let mut out = Vec::new();
    write(outcome, form, version, format, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn json(outcome: Outcome, version: Version) -> String {
    text(outcome, &Form::default(), version, Format::Json)
}

fn rows(rows: Vec<Value>) -> Data {
    List::from(rows).into_rows("acct")
}

fn two() -> Data {
    rows(vec![json!({"user": "amy", "uid": 1001}), json!({"user": "bob", "uid": 1002})])
}

/// A source that fails after so many rows.
struct Broken(usize);

impl Source<Value> for Broken {
    fn narrow(&mut self, _: &Narrow) -> Result<Narrowed> {
        Ok(Narrowed::default())
    }
    fn each(self: Box<Self>, row: &mut dyn FnMut(&Value) -> Result<ControlFlow<()>>) -> Result<()> {
        for n in 0..self.0 {
            assert!(row(&json!({"n": n}))?.is_continue());
        }
        Err(Error::internal("disk"))
    }
}

fn broken(rows: usize) -> Data {
    List::Source(Box::new(Broken(rows))).into_rows("acct")
}

const INTERNAL: &str = "The server failed at its own work; its log says why.";

#[test]
fn api_1_in_every_format() {
    let listaccts = || outcome("listaccts", Legacy::STATE.keeping(&["acct"]), Ok(two()));
    assert_eq!(
        json(listaccts(), Version::One),
        r#"{"data":{"acct":[{"user":"amy","uid":1001},{"user":"bob","uid":1002}]},"metadata":{"command":"listaccts","version":1,"result":1,"reason":"OK"}}"#
    );
    let form = Form::default();
    assert_eq!(
        text(listaccts(), &form, Version::One, Format::Xml),
        "<?xml version=\"1.0\" ?><result><data><acct><user>amy</user><uid>1001</uid></acct>\
         <acct><user>bob</user><uid>1002</uid></acct></data><metadata><command>listaccts</command>\
         <version>1</version><result>1</result><reason>OK</reason></metadata></result>"
    );
    assert_eq!(
        text(listaccts(), &form, Version::One, Format::Yaml),
        "---\ndata:\n  acct:\n    -\n      uid: 1001\n      user: amy\n    -\n      uid: 1002\n      \
         user: bob\nmetadata:\n  command: listaccts\n  reason: OK\n  result: 1\n  version: 1\n"
    );
    let pretty = text(listaccts(), &form, Version::One, Format::JsonPretty);
    assert!(pretty.starts_with("{\n  \"data\": {\n    \"acct\": [\n      {"), "{pretty}");
    assert_eq!(
        tree(listaccts(), &form).to_string(),
        json(listaccts(), Version::One),
        "the tree is what is written"
    );
}

#[test]
fn api_1_with_nothing_to_say_or_a_failure_has_no_data() {
    for nothing in [Data::None, Data::Tree(Value::Null)] {
        assert_eq!(
            json(outcome("passwd", Legacy::OWN_NAME, Ok(nothing)), Version::One),
            r#"{"metadata":{"command":"passwd","version":1,"result":1,"reason":"OK"}}"#
        );
    }
    let failed = outcome("passwd", Legacy::OWN_NAME, Err(Error::param("user", "is required")));
    assert_eq!(
        json(failed, Version::One),
        r#"{"metadata":{"command":"passwd","version":1,"result":0,"reason":"user: is required"}}"#
    );
}

#[test]
fn api_1_tells_the_denied_at_the_root_too() {
    let denied = outcome("passwd", Legacy::OWN_NAME, Err(Error::denied("Not yours.")));
    assert_eq!(
        json(denied, Version::One),
        r#"{"metadata":{"command":"passwd","version":1,"result":0,"reason":"Not yours."},"status":0,"statusmsg":"Not yours."}"#
    );
}

#[test]
fn notes_are_reason_and_output() {
    let mut outcome = outcome(
        "createacct",
        Legacy::RESULT
            .of(Reshape::Under("options"))
            .keeping(&["options", "rawout", "warnings", "messages"]),
        Ok(Data::None),
    );
    outcome.notes = Notes {
        reason: Some("Account Creation Ok".to_owned()),
        raw: Some("made\n".to_owned()),
        warnings: vec!["slow".to_owned()],
        ..Notes::default()
    };
    assert_eq!(
        json(outcome, Version::One),
        r#"{"metadata":{"command":"createacct","version":1,"result":1,"reason":"Account Creation Ok","output":{"raw":"made\n","warnings":["slow"]}}}"#
    );
}

#[test]
fn an_object_that_looks_like_a_list_says_that_it_is_none() {
    let told = |reply| {
        let entry = Some(entry("f", Legacy::BARE, reply));
        let result = Ok(Data::Tree(json!({"amy": [1]})));
        let outcome = Outcome { command: "f".to_owned(), entry, result, notes: Notes::default() };
        tree(outcome, &Form::default())["metadata"]["payload_is_literal"].clone()
    };
    assert_eq!(told(Type::Map(&Type::Any)), 1);
    assert_eq!(told(USER), Value::Null);
}

#[test]
fn unknown_functions() {
    let unknown = || Outcome {
        command: "nope".to_owned(),
        entry: None,
        result: Ok(Data::None),
        notes: Notes::default(),
    };
    assert_eq!(
        json(unknown(), Version::One),
        r#"{"metadata":{"command":"nope","version":1,"result":0,"reason":"Unknown app (\"nope\") requested for this version (1) of the API."}}"#
    );
    assert_eq!(
        json(unknown(), Version::Zero),
        r#"{"error":"Unknown App Requested: nope for this version (0) of the API."}"#
    );
}

#[test]
fn a_literal_is_the_whole_answer_in_both_versions() {
    let answer = json!({"cpanelresult": {"apiversion": 2, "data": []}});
    let relay = || outcome("cpanel", Legacy::LITERAL, Ok(Data::Tree(answer.clone())));
    assert_eq!(json(relay(), Version::One), json(relay(), Version::Zero));
    assert_eq!(json(relay(), Version::One), r#"{"cpanelresult":{"apiversion":2,"data":[]}}"#);
    assert_eq!(
        text(relay(), &Form::default(), Version::One, Format::Xml),
        "<?xml version=\"1.0\" ?><cpanelresult><apiversion>2</apiversion><data></data>\
         </cpanelresult>"
    );
}

#[test]
fn a_source_that_fails_leaves_a_whole_answer() {
    let broken = |rows| outcome("f", Legacy::STATE.keeping(&["acct"]), Ok(broken(rows)));
    assert_eq!(
        json(broken(0), Version::One),
        format!(r#"{{"metadata":{{"command":"f","version":1,"result":0,"reason":"{INTERNAL}"}}}}"#)
    );
    assert_eq!(
        json(broken(1), Version::One),
        format!(
            r#"{{"data":{{"acct":[{{"n":0}}]}},"metadata":{{"command":"f","version":1,"result":0,"reason":"{INTERNAL}"}}}}"#
        )
    );
    assert_eq!(
        json(broken(0), Version::Zero),
        format!(r#"{{"acct":[],"status":0,"statusmsg":"{INTERNAL}"}}"#)
    );
}

/// Rows without end, until nobody reads them.
struct Endless;

impl Source<i64> for Endless {
    fn narrow(&mut self, _: &Narrow) -> Result<Narrowed> {
        panic!("there is no wish")
    }
    fn each(self: Box<Self>, row: &mut dyn FnMut(&i64) -> Result<ControlFlow<()>>) -> Result<()> {
        while row(&1)?.is_continue() {}
        Ok(())
    }
}

/// A caller who hangs up.
struct Gone;

impl Destination for Gone {}

impl io::Write for Gone {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn nothing_is_read_for_callers_who_are_gone() {
    for (version, format) in [(Version::One, Format::Json), (Version::Zero, Format::Xml)] {
        let rows = List::Source(Box::new(Endless)).into_rows("acct");
        let endless = outcome("f", Legacy::STATE.keeping(&["acct"]), Ok(rows));
        let told = write(endless, &Form::default(), version, format, &mut Gone);
        assert_eq!(told.unwrap_err().kind(), io::ErrorKind::BrokenPipe);
    }
}

#[test]
fn controls_stand_in_the_metadata_and_a_wrong_one_is_named() {
    let asked = [
        ("api.filter.enable", "1"),
        ("api.chunk.enable", "1"),
        ("api.chunk.size", "1"),
        ("api.columns.enable", "1"),
        ("api.columns.a", "user"),
    ];
    let listaccts = || outcome("listaccts", Legacy::BARE, Ok(two()));
    assert_eq!(
        text(listaccts(), &form(&asked), Version::One, Format::Json),
        r#"{"data":{"acct":[{"user":"amy"}]},"metadata":{"command":"listaccts","version":1,"result":1,"reason":"OK","chunk":{"start":1,"size":1,"current":1,"chunks":2,"records":2},"filter":{"filtered":2}}}"#
    );
    let wrong = form(&[("api.chunk.enable", "1"), ("api.chunk.size", "x")]);
    let said = &tree(listaccts(), &wrong)["metadata"]["reason"];
    assert_eq!(said, "api.chunk.size: must be a whole number");
}

#[test]
fn controls_are_ignored_where_there_is_no_list() {
    let asked = form(&[("api.chunk.enable", "1"), ("api.chunk.size", "x")]);
    let version = outcome("version", Legacy::BARE, Ok(Data::Tree(json!({"version": "1"}))));
    let told = tree(version, &asked);
    assert_eq!(told["data"], json!({"version": "1"}));
    assert_eq!(told["metadata"]["result"], 1);
}
