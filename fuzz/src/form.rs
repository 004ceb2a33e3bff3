//! Parameters out of any query, content type and body: `QUERY\nCONTENT-TYPE\nBODY`.

use api::form::MOST_PARAMETERS;
use server::http::form::read;

/// Checks one input.
pub fn check(input: &[u8]) {
    let mut lines = input.splitn(3, |byte| *byte == b'\n');
    let mut line = || lines.next().unwrap_or_default();
    let (query, kind, body) = (line(), line(), line());
    let (query, kind) = (String::from_utf8_lossy(query), String::from_utf8_lossy(kind));
    let kind = Some(&*kind).filter(|kind| !kind.is_empty());
    match read(&query, kind, body) {
        Ok(form) => {
            let values: usize = form.iter().map(|(_, texts)| texts.len()).sum();
            assert!(values <= MOST_PARAMETERS, "{values} values");
            assert!(form.iter().all(|(_, texts)| !texts.is_empty()), "a name without a value");
            assert!(read(&query, kind, body).as_ref() == Ok(&form), "another reading");
            // What the body does not say stands as the query says it.
            let alone = read(&query, None, b"").expect("a query that was read");
            for (name, texts) in alone.iter() {
                let found: Vec<&str> = form.texts(&[name]);
                assert!(!found.is_empty(), "{name} is lost");
                let sent = read("", kind, body).expect("a body that was read");
                if sent.last(name).is_none() {
                    assert_eq!(found, texts, "{name}");
                }
            }
        }
        Err(fault) => {
            let said = fault.to_string();
            assert!(said.len() < 400 && !said.contains('\n'), "{said:?}");
        }
    }
}
