//! Filters, sorting, chunks and columns of the list of accounts, as a query. What the store takes
//! over must give what going through all rows gives.

use std::sync::{Arc, LazyLock};

use api::{Data, Form, List, Value, function::Notes};
use server::{
    Server,
    answer::{Format, Outcome, Version, write},
    call, http,
};

use super::world;

static WORLD: LazyLock<(Arc<Server>, Vec<Value>)> = LazyLock::new(|| {
    let server = world::world();
    for number in 0..24 {
        let name = format!("user{}", number * 7 % 100);
        let (domain, quota) = (format!("{name}.example"), (number * 13 % 50).to_string());
        let owner = if number % 3 == 0 { "bob" } else { "root" };
        let pairs = [
            ("username", name.as_str()),
            ("domain", &domain),
            ("owner", owner),
            ("quota", &quota),
            ("password", world::PASSWORD),
            ("contactemail", if number % 4 == 0 { "a@example.com" } else { "" }),
        ];
        let made = call::call(&server, &world::root(), "createacct", &world::form(&pairs));
        made.result.map(drop).expect("an account is made");
    }
    let all = call::call(&server, &world::root(), "listaccts", &Form::default());
    let all = world::json(all, &Form::default());
    let rows = all["data"]["acct"].as_array().expect("a list").clone();
    (server, rows)
});

/// Checks one input.
pub fn check(input: &[u8]) {
    let query = String::from_utf8_lossy(input);
    // Other parameters than the controls would change the list itself.
    let Ok(form) = http::form::read(&query, None, b"") else { return };
    let form: Form = form
        .iter()
        .filter(|(name, _)| name.starts_with("api."))
        .flat_map(|(name, texts)| texts.iter().map(|text| (name.to_owned(), text.clone())))
        .collect();
    let (server, rows) = &*WORLD;
    let outcome = call::call(server, &world::root(), "listaccts", &form);
    let entry = outcome.entry;
    let plain = || Outcome {
        command: "listaccts".to_owned(),
        entry,
        result: Ok(listed(rows)),
        notes: Notes::default(),
    };
    let (taken, gone_through) = (world::json(outcome, &form), world::json(plain(), &form));
    assert_eq!(taken, gone_through);
    for format in [Format::Xml, Format::Yaml] {
        let mut text = Vec::new();
        write(plain(), &form, Version::One, format, &mut text).expect("it is written");
        assert!(std::str::from_utf8(&text).is_ok());
    }
}

/// The rows as a source that takes nothing over.
fn listed(rows: &[Value]) -> Data {
    List::from(rows.to_vec()).into_rows("acct")
}
