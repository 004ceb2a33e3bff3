//! The audit: a row for each changing call, written before the call and completed after it, with
//! everything struck out that is or may be secret.

use api::{
    Caller, Data, Entry, Field, Form, Host, Kind, Result, Type, UserName,
    function::Notes,
    records::{AuditRecord, is},
    values::text,
};

/// The longest value that is kept, in characters.
const LONGEST: usize = 500;

/// What stands in place of a value that is not to be seen.
const STRUCK: &str = "***";

/// What stands for the account that is acted for among the parameters, as relays name it.
const ACCOUNT: &str = "cpanel_jsonapi_user";

/// A call that is put on record.
pub(super) struct Deed<'a> {
    /// What it is called.
    pub(super) name: &'a str,
    /// The account that it acts for, where it is a function of accounts.
    pub(super) account: Option<&'a UserName>,
    /// The function.
    pub(super) entry: &'a Entry,
    /// Its parameters.
    pub(super) form: &'a Form,
}

/// A row that is written and still open.
struct Line(String);

/// Runs a call between the two halves of its row. A change that cannot be audited is not made.
pub(super) fn around(
    host: &Host,
    caller: &Caller,
    deed: &Deed<'_>,
    run: impl FnOnce() -> (Result<Data>, Notes),
) -> (Result<Data>, Notes) {
    let line = match open(host, caller, deed) {
        Ok(line) => line,
        Err(problem) => return (Err(problem), Notes::default()),
    };
    let (result, notes) = run();
    if let Err(problem) = close(host, line, &result, &notes) {
        let function = deed.name;
        tracing::error!(function, %problem, cause = ?problem, "a line of the audit stays open");
    }
    (result, notes)
}

/// Writes the row of a call that is about to be made.
fn open(host: &Host, caller: &Caller, deed: &Deed<'_>) -> Result<Line> {
    let id = host.random_text(26)?;
    let tx = host.store.write_relaxed()?;
    tx.insert(&AuditRecord {
        id: id.clone(),
        at: host.clock.now(),
        actor: caller.user.clone(),
        token: caller.token().map(ToString::to_string).unwrap_or_default(),
        source: caller.source.map(|source| source.to_string()).unwrap_or_default(),
        function: deed.name.to_owned(),
        form: struck_out(deed),
        result: "open".to_owned(),
        reason: String::new(),
    })?;
    tx.commit()?;
    Ok(Line(id))
}

/// Completes the row.
fn close(host: &Host, line: Line, result: &Result<Data>, notes: &Notes) -> Result<()> {
    let (word, reason) = match result {
        Ok(_) => ("ok", notes.reason.clone().unwrap_or_default()),
        Err(problem) if problem.kind() == Kind::Denied => ("denied", problem.to_string()),
        Err(problem) => ("failed", problem.to_string()),
    };
    let tx = host.store.write_relaxed()?;
    let set = [("result", word.into()), ("reason", reason.as_str().into())];
    tx.update::<AuditRecord>(&set, &[is("id", line.0.as_str())])?;
    tx.commit()
}

/// The parameters as JSON. Only the values of parameters that the function declares, and that are
/// of a type without secrets, are kept; and none beyond a `?`, since what follows it is a call's or
/// a URL's own parameters.
fn struck_out(deed: &Deed<'_>) -> String {
    let Deed { account, entry, form, .. } = deed;
    let account = account.map(|account| (ACCOUNT.to_owned(), account.as_str().into()));
    let shown = form.iter().map(|(name, texts)| {
        let texts = texts.iter().map(|value| shown(entry, name, value));
        (text::shown(name), texts.collect::<Vec<_>>().join(", ").into())
    });
    api::Value::Object(account.into_iter().chain(shown).collect()).to_string()
}

fn shown(entry: &Entry, name: &str, value: &str) -> String {
    let is_plain = entry.params.iter().any(|field| is_named(field, name) && is_plain(field.ty));
    if is_plain || name.starts_with("api.") {
        let head = value.split_inclusive('?').next().unwrap_or_default();
        head.chars().take(LONGEST).map(|c| if text::is_control(c) { ' ' } else { c }).collect()
    } else {
        STRUCK.to_owned()
    }
}

fn is_named(field: &Field, name: &str) -> bool {
    let is_member = |of: &str| {
        let number = name.strip_prefix(of).and_then(|rest| rest.strip_prefix('-'));
        name == of || (field.family && number.is_some_and(|number| number.parse::<u32>().is_ok()))
    };
    !field.rest && (is_member(field.name) || field.aliases.iter().any(|alias| is_member(alias)))
}

/// Whether values of this type are never secret.
fn is_plain(ty: Type) -> bool {
    match ty {
        Type::Secret | Type::Any => false,
        Type::Optional(inner) | Type::List(inner) | Type::Map(inner) => is_plain(*inner),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_and_unknown_parameters_are_struck_out() {
        let form: Form = [
            ("username", "anna"),
            ("password", "Quarry-lamp-7"),
            ("passwort", "Quarry-lamp-8"),
            ("domain", "anna.test\n"),
        ]
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .into_iter()
        .collect();
        let entry = functions::find("createacct").unwrap();
        let kept = struck_out(&Deed { name: entry.name, account: None, entry, form: &form });
        assert_eq!(
            kept,
            r#"{"domain":"anna.test ","password":"***","passwort":"***","username":"anna"}"#
        );
    }
}
