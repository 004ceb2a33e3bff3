//! Answers to callers that name no version.

use super::*;

fn options() -> Data {
    Data::Tree(json!({"ip": "192.0.2.1", "status": "x"}))
}

fn assert_shapes<const N: usize>(cases: [(Legacy, Result<Data>, &str); N]) {
    for (legacy, result, expected) in cases {
        assert_eq!(json(outcome("f", legacy, result), Version::Zero), expected, "{legacy:?}");
    }
}

#[test]
fn api_0_shapes_at_the_root() {
    assert_shapes([
        (Legacy::BARE, Ok(options()), r#"{"ip":"192.0.2.1","status":"x"}"#),
        (Legacy::BARE, Ok(Data::None), r#"{"status":1,"statusmsg":"OK"}"#),
        (Legacy::BARE, Ok(Data::Tree(Value::Null)), r#"{"status":1,"statusmsg":"OK"}"#),
        (Legacy::BARE, Ok(Data::Tree(json!([1]))), "[1]"),
        (
            Legacy::BARE.renaming(&[("ip", "addr")]),
            Ok(options()),
            r#"{"addr":"192.0.2.1","status":"x"}"#,
        ),
        (
            Legacy::BARE.of(Reshape::First("privileges")).renaming(&[("privileges", "privs")]),
            Ok(Data::Tree(json!({"privileges": [{"all": 0, "passwd": 1}]}))),
            r#"{"privs":{"all":0,"passwd":1}}"#,
        ),
        (
            Legacy::beside("userdata"),
            Ok(Data::Tree(json!({"userdata": {"user": "anna"}}))),
            r#"{"result":[{"status":1,"statusmsg":"OK"}],"userdata":{"user":"anna"}}"#,
        ),
        (
            Legacy::BARE
                .of(Reshape::Within("reseller", &[("acct", "accts"), ("user", "reseller")]))
                .renaming(&[("reseller", "result")]),
            Ok(Data::Tree(json!({"reseller": {"acct": [{"user": "bob"}], "user": "amy"}}))),
            r#"{"result":{"accts":[{"user":"bob"}],"reseller":"amy"}}"#,
        ),
        (
            Legacy::BARE.of(Reshape::ByName("acl", "privileges")).renaming(&[("acl", "acls")]),
            Ok(Data::Tree(json!({"acl": [
                {"name": "basic", "privileges": {"all": 0}},
                {"name": "empty", "privileges": {}},
            ]}))),
            r#"{"acls":{"basic":{"all":0},"empty":{}}}"#,
        ),
        (
            Legacy::RESULT.renaming(&[("acl", "acls")]),
            Ok(Data::Tree(json!({"acl": ["all"]}))),
            r#"{"result":[{"status":1,"statusmsg":"OK","acls":["all"]}]}"#,
        ),
        (Legacy::alone("f"), Ok(options()), r#"{"f":[{"ip":"192.0.2.1","status":"x"}]}"#),
        (
            Legacy::STATE.renaming(&[("acct", "accts")]).keeping(&["accts"]),
            Ok(rows(vec![1.into()])),
            r#"{"accts":[1],"status":1,"statusmsg":"OK"}"#,
        ),
        (
            Legacy::STATE.renaming(&[("ip", "addr")]).keeping(&["addr"]),
            Ok(options()),
            r#"{"addr":"192.0.2.1","status":1,"statusmsg":"OK"}"#,
        ),
    ]);
}

#[test]
fn api_0_shapes_in_a_list_of_one() {
    assert_shapes([
        (
            Legacy::RESULT,
            Ok(options()),
            r#"{"result":[{"status":1,"statusmsg":"OK","ip":"192.0.2.1"}]}"#,
        ),
        (
            Legacy::RESULT
                .of(Reshape::Under("options"))
                .keeping(&["options", "rawout", "warnings", "messages"]),
            Ok(options()),
            r#"{"result":[{"status":1,"statusmsg":"OK","options":{"ip":"192.0.2.1","status":"x"},"rawout":null,"warnings":[],"messages":[]}]}"#,
        ),
        (
            Legacy::BARE.of(Reshape::First("acct")).renaming(&[("acct", "one")]),
            Ok(rows(vec![1.into(), 2.into()])),
            r#"{"one":1}"#,
        ),
        (
            Legacy::RESULT.of(Reshape::First("acct")).renaming(&[("acct", "one")]),
            Ok(rows(vec![1.into()])),
            r#"{"result":[{"status":1,"statusmsg":"OK","one":1}]}"#,
        ),
        (
            Legacy::beside("ip"),
            Ok(options()),
            r#"{"result":[{"status":1,"statusmsg":"OK"}],"ip":"192.0.2.1"}"#,
        ),
        (
            Legacy::beside("output"),
            Ok(Data::None),
            r#"{"result":[{"status":1,"statusmsg":"OK"}],"output":null}"#,
        ),
        (
            Legacy::OWN_NAME
                .of(Reshape::Objects("acct"))
                .renaming(&[("acct", "accts")])
                .keeping(&["accts", "rawout"]),
            Ok(rows(vec!["amy".into()])),
            r#"{"f":[{"status":1,"statusmsg":"OK","accts":[{"acct":"amy"}],"rawout":null}]}"#,
        ),
        (
            Legacy::RESULT.of(Reshape::First("bwlimits")).renaming(&[("bwlimits", "bwlimit")]),
            Ok(Data::Tree(json!({"bwlimits": [{"bwlimit": 100, "domains": ["a.test"]}]}))),
            r#"{"result":[{"status":1,"statusmsg":"OK","bwlimit":{"bwlimit":100,"domains":["a.test"]}}]}"#,
        ),
        (Legacy::alone("f"), Ok(Data::None), r#"{"f":[{"status":1,"statusmsg":"OK"}]}"#),
        (Legacy::OWN_NAME, Ok(Data::None), r#"{"f":[{"status":1,"statusmsg":"OK"}]}"#),
        (Legacy::LITERAL, Ok(options()), r#"{"ip":"192.0.2.1","status":"x"}"#),
    ]);
}

#[test]
fn api_0_unwraps_a_list_of_one() {
    let zone = Ok(Data::Tree(json!({"zone": [{"record": [{"Line": 1}]}]})));
    assert_eq!(
        json(outcome("dumpzone", Legacy::RESULT.of(Reshape::Only("zone")), zone), Version::Zero),
        r#"{"result":[{"status":1,"statusmsg":"OK","record":[{"Line":1}]}]}"#
    );
}

#[test]
fn api_0_failures_keep_the_shape() {
    let cases = [
        (Legacy::BARE, r#"{"status":0,"statusmsg":"No."}"#),
        (Legacy::BARE.renaming(&[("a", "b")]), r#"{"status":0,"statusmsg":"No."}"#),
        (
            Legacy::BARE.of(Reshape::First("a")).renaming(&[("a", "b")]),
            r#"{"status":0,"statusmsg":"No."}"#,
        ),
        (
            Legacy::BARE.of(Reshape::Within("a", &[])).renaming(&[("a", "b")]),
            r#"{"status":0,"statusmsg":"No."}"#,
        ),
        (
            Legacy::BARE.of(Reshape::ByName("a", "c")).renaming(&[("a", "b")]),
            r#"{"status":0,"statusmsg":"No."}"#,
        ),
        (Legacy::RESULT.renaming(&[("a", "b")]), r#"{"result":[{"status":0,"statusmsg":"No."}]}"#),
        (
            Legacy::beside("userdata"),
            r#"{"result":[{"status":0,"statusmsg":"No."}],"userdata":null}"#,
        ),
        (Legacy::alone("x"), r#"{"x":[{"status":0,"statusmsg":"No."}]}"#),
        (Legacy::STATE.keeping(&["acct"]), r#"{"status":0,"statusmsg":"No.","acct":null}"#),
        (Legacy::RESULT, r#"{"result":[{"status":0,"statusmsg":"No."}]}"#),
        (
            Legacy::RESULT.of(Reshape::First("a")).renaming(&[("a", "b")]),
            r#"{"result":[{"status":0,"statusmsg":"No."}]}"#,
        ),
        (
            Legacy::RESULT
                .of(Reshape::Under("options"))
                .keeping(&["options", "rawout", "warnings", "messages"]),
            r#"{"result":[{"status":0,"statusmsg":"No.","options":null,"rawout":null,"warnings":null,"messages":null}]}"#,
        ),
        (
            Legacy::BARE.of(Reshape::First("acct")).renaming(&[("acct", "one")]),
            r#"{"status":0,"statusmsg":"No."}"#,
        ),
        (
            Legacy::RESULT.of(Reshape::First("acct")).renaming(&[("acct", "one")]),
            r#"{"result":[{"status":0,"statusmsg":"No."}]}"#,
        ),
        (
            Legacy::beside("userdata"),
            r#"{"result":[{"status":0,"statusmsg":"No."}],"userdata":null}"#,
        ),
        (
            Legacy::OWN_NAME
                .of(Reshape::Objects("app"))
                .renaming(&[("app", "services")])
                .keeping(&["services", "rawout"]),
            r#"{"f":[{"status":0,"statusmsg":"No.","services":null,"rawout":null}]}"#,
        ),
        (
            Legacy::RESULT.of(Reshape::Only("zone")),
            r#"{"result":[{"status":0,"statusmsg":"No."}]}"#,
        ),
        (Legacy::OWN_NAME, r#"{"f":[{"status":0,"statusmsg":"No."}]}"#),
        (Legacy::LITERAL, r#"{"data":{"reason":"No.","result":"0"},"type":"text","error":"No."}"#),
    ];
    for (legacy, expected) in cases {
        let failed = outcome("f", legacy, Err(Error::not_found("No.")));
        assert_eq!(json(failed, Version::Zero), expected, "{legacy:?}");
    }
}

#[test]
fn api_0_tells_what_was_done_and_what_went_wrong() {
    let mut outcome = outcome("modifyacct", Legacy::RESULT, Ok(Data::None));
    outcome.notes.raw = Some("made\n".to_owned());
    outcome.notes.warnings = vec!["slow".to_owned()];
    assert_eq!(
        json(outcome, Version::Zero),
        r#"{"result":[{"status":1,"statusmsg":"OK","rawout":"made\n","warnings":["slow"]}]}"#
    );
}

#[test]
fn api_0_in_xml_is_named_as_the_function() {
    let empty = outcome("listaccts", Legacy::STATE.keeping(&["acct"]), Ok(rows(Vec::new())));
    assert_eq!(
        text(empty, &Form::default(), Version::Zero, Format::Xml),
        "<?xml version=\"1.0\" ?><listaccts><acct></acct><status>1</status>\
         <statusmsg>OK</statusmsg></listaccts>"
    );
}
