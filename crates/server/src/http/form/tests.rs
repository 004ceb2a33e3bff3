//! Parameters survive every way of sending them, and nothing that is sent makes the reader fall.

use proptest::{collection::vec, prelude::*};

use super::*;

const URLENCODED: Option<&str> = Some("application/x-www-form-urlencoded");
const JSON: Option<&str> = Some("application/json; charset=utf-8");
const MULTIPART: Option<&str> = Some("multipart/form-data; boundary=edge");

fn form(pairs: &[(&str, &str)]) -> Form {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn said(content_type: Option<&str>, body: &str) -> String {
    let fault = read("", content_type, body.as_bytes()).err();
    fault.map_or_else(|| "nothing".to_owned(), |fault| fault.to_string())
}

#[test]
fn plus_is_a_space_and_halves_may_be_missing() {
    let read = read("a=1+2%2B3&b=%c3%bc&c&=x&&d=e=f", None, b"").unwrap_or_default();
    let wanted = form(&[("a", "1 2+3"), ("b", "\u{fc}"), ("c", ""), ("", "x"), ("d", "e=f")]);
    assert!(read == wanted);
}

#[test]
fn the_body_wins_over_the_query_name_by_name() {
    let read = read("a=1&a=2&b=3", URLENCODED, b"a=4&c=5").unwrap_or_default();
    assert!(read == form(&[("a", "4"), ("b", "3"), ("c", "5")]));
}

#[test]
fn a_body_of_unknown_type_is_a_form() {
    for content_type in [None, Some("application/octet-stream"), Some("x"), URLENCODED] {
        let read = read("", content_type, b"user=amy&pass=a%26b\r\n").unwrap_or_default();
        assert!(read == form(&[("user", "amy"), ("pass", "a&b")]), "{content_type:?}");
    }
}

#[test]
fn json_values_become_the_texts_of_a_form() {
    let body = r#"{"api.version":1,"on":true,"off":false,"none":null,"big":12345678901234567890123,
        "fine":1.10,"list":["a",2,{"x":[1]}],"deep":{"a": {"b":1}},"text":"\u00e9\n"}"#;
    let read = read("none=x", JSON, body.as_bytes()).unwrap_or_default();
    let wanted = form(&[
        ("api.version", "1"),
        ("on", "1"),
        ("off", "0"),
        ("none", ""),
        ("big", "12345678901234567890123"),
        ("fine", "1.10"),
        ("list", "a"),
        ("list", "2"),
        ("list", r#"{"x":[1]}"#),
        ("deep", r#"{"a": {"b":1}}"#),
        ("text", "é\n"),
    ]);
    assert!(read == wanted);
}

#[test]
fn a_get_that_calls_itself_json_needs_no_body() {
    assert!(read("a=1", JSON, b"").unwrap_or_default() == form(&[("a", "1")]));
    assert!(read("a=1", JSON, b" \n").unwrap_or_default() == form(&[("a", "1")]));
}

#[test]
fn what_is_no_flat_object_is_refused_without_repeating_it() {
    for (body, part) in [
        ("[1]", "one JSON object"),
        ("\"secret\"", "one JSON object"),
        (r#"{"a":1,"a":2}"#, "“a” stands twice"),
        (r#"{"a":secret}"#, "line 1, column"),
        (r#"{"a":"secret"} trailing"#, "line 1, column"),
        (r#"{"a":"\ud800"}"#, "line 1, column"),
        (r#"{"a""#, "line 1, column"),
    ] {
        let said = said(JSON, body);
        assert!(said.contains(part) && !said.contains("secret"), "{body}: {said}");
    }
}

#[test]
fn bytes_that_are_no_text_are_refused_and_not_made_into_something_else() {
    let part = b"--edge\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\xff\r\n--edge--\r\n";
    for (query, kind, body) in [
        ("a=x%ff", None, &b""[..]),
        ("a=x%c0%80", None, b""),
        ("", None, b"a=x\xed\xa0\x80"),
        ("", URLENCODED, b"a=%f4%90%80%80"),
        ("", JSON, b"{\"a\":\"x\xff\"}"),
        ("", MULTIPART, part),
    ] {
        let said = read(query, kind, body).err().unwrap().to_string();
        assert!(said.contains("not UTF-8") && !said.contains('x'), "{said}");
    }
    assert!(read("%ff=a", None, b"").is_err());
}

#[test]
fn deep_json_is_refused_and_brackets_in_text_are_not_depth() {
    let nested = |depth: usize| format!("{{\"a\":{}{}}}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(said(JSON, &nested(31)), "nothing");
    assert!(said(JSON, &nested(32)).contains("deeper than 32"));
    assert!(said(JSON, &"{\"a\":[".repeat(200_000)).contains("deeper than 32"));
    assert_eq!(said(JSON, &format!("{{\"a\":\"\\\"{}\"}}", "[".repeat(100))), "nothing");
}

#[test]
fn more_than_a_thousand_parameters_are_refused_in_every_type() {
    let query = |count: usize| vec!["a=1"; count].join("&");
    assert!(read(&query(1000), None, b"").is_ok());
    assert!(read(&query(999), None, b"b=1").is_ok());
    for (query, content_type, body) in [
        (query(1001), None, String::new()),
        (query(600), URLENCODED, query(401)),
        (query(600), JSON, format!("{{\"a\":[{}]}}", vec!["1"; 401].join(","))),
        (query(1000), MULTIPART, multipart(&[("a".to_owned(), String::new())])),
    ] {
        let fault = read(&query, content_type, body.as_bytes()).err();
        assert!(fault.is_some_and(|fault| fault.to_string().contains("1000 parameters")));
    }
}

#[test]
fn files_that_are_sent_along_keep_their_names_and_bytes() {
    let part = |name: &str, content: &[u8]| {
        let head = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"a.bin\"\r\n\r\n"
        );
        [head.as_bytes(), content, b"\r\n"].concat()
    };
    let body = [part("file-0", b"\xff\x00\r\n"), part("crt", b"text"), b"--edge--\r\n".to_vec()];
    let read = read("file-1=x", MULTIPART, &body.concat()).unwrap_or_default();
    assert_eq!(read.uploads().len(), 1);
    assert_eq!(
        (read.uploads()[0].name.as_str(), &*read.uploads()[0].content),
        ("a.bin", &b"\xff\x00\r\n"[..])
    );
    assert_eq!(read.last("crt"), Some("text"));
    assert_eq!(read.last("file-0"), None);
}

#[test]
fn parts_without_name_or_end_are_refused() {
    assert!(said(Some("multipart/form-data"), "x").contains("boundary"));
    assert!(said(MULTIPART, "--edge\r\nX: y\r\n\r\nx\r\n--edge--\r\n").contains("no name"));
    let cut = "--edge\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx";
    assert!(said(MULTIPART, cut).contains("not complete"));
}

fn multipart(pairs: &[(String, String)]) -> String {
    let part = |(name, value): &(String, String)| {
        format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    format!("{}--edge--\r\n", pairs.iter().map(part).collect::<String>())
}

fn encoded(pairs: &[(String, String)]) -> String {
    let encode = |text: &str| {
        percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
    };
    let pairs: Vec<_> =
        pairs.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
    pairs.join("&")
}

proptest! {
    #[test]
    fn a_form_is_read_as_it_was_written(pairs in vec((any::<String>(), any::<String>()), 0..20)) {
        let wanted: Form = pairs.iter().cloned().collect();
        let text = encoded(&pairs);
        prop_assert!(read(&text, None, b"").as_ref() == Ok(&wanted));
        prop_assert!(read("", URLENCODED, text.as_bytes()).as_ref() == Ok(&wanted));
        let spaced = text.replace("%20", "+");
        prop_assert!(read(&spaced, None, b"").as_ref() == Ok(&wanted));
    }

    #[test]
    fn json_is_read_as_it_was_written(
        pairs in proptest::collection::btree_map(any::<String>(), vec(any::<String>(), 1..4), 0..9)
    ) {
        let wanted: Form = pairs
            .iter()
            .flat_map(|(name, texts)| texts.iter().map(|text| (name.clone(), text.clone())))
            .collect();
        let body = serde_json::to_string(&pairs).unwrap();
        prop_assert!(read("", JSON, body.as_bytes()).as_ref() == Ok(&wanted));
    }

    /// A name in a part cannot hold quotes, backslashes and control characters.
    #[test]
    fn parts_are_read_as_they_were_written(
        pairs in vec(("[^\"\\\\\\p{C}]{1,12}", any::<String>()), 1..9)
    ) {
        prop_assume!(pairs.iter().all(|(_, value)| !value.contains("--edge")));
        let wanted: Form = pairs.iter().cloned().collect();
        prop_assert!(read("", MULTIPART, multipart(&pairs).as_bytes()).as_ref() == Ok(&wanted));
    }

    #[test]
    fn nothing_makes_it_fall(
        query in any::<String>(),
        content_type in prop_oneof![Just(URLENCODED), Just(JSON), Just(MULTIPART), Just(None)],
        body in vec(any::<u8>(), 0..200),
    ) {
        if let Ok(form) = read(&query, content_type, &body) {
            prop_assert!(form.len() <= MOST_PARAMETERS);
        }
    }

    #[test]
    fn nothing_like_json_or_parts_makes_it_fall(
        json in r#"[{}\[\]",:a1\\u ]{0,60}"#,
        parts in "(--edge|\r\n|: |name=\"a\"|Content-Disposition|--|x){0,20}",
    ) {
        drop(read("", JSON, json.as_bytes()));
        drop(read("", MULTIPART, parts.as_bytes()));
    }
}
