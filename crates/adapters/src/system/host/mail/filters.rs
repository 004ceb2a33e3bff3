//! Filters as an Exim filter (Exim's own language of filters), one for each mailbox: those of the account
//! come before its own, the first whose conditions hold is done, and what comes after it is not asked.
//!
//! What a filter compares with, and where it sends mail, was chosen by a tenant. Each sign of it that is no
//! letter, digit or space is written as its number, which Exim reads as that sign and as nothing else.
//!
//! What differs from [`api::mail::judge`]: patterns are PCRE's, and one that PCRE and Rust may read in
//! different ways fits nothing; numbers are compared below a million and to three places; a program is not run, and the
//! message lies in the mailbox then; a folder is one of the mailbox, and named in ASCII.

use api::{
    EmailAddress, Error, Result,
    mail::{Act, Action, Condition, Join, MatchKind},
    records::{MailFilter, MailboxRecord},
};
use data_encoding::HEXLOWER;

use super::lookup::{address, local};

/// A condition that never holds.
const NEVER: &str = "\"a\" is \"b\"";
/// What a number is scaled by.
const SCALE: f64 = 1000.0;
/// The greatest number that is compared with, scaled.
const MOST: f64 = 1e9;

/// The filter of a mailbox; none where no filter is applied to it.
pub(super) fn render(filters: &[MailFilter], mailbox: &MailboxRecord) -> Result<Option<String>> {
    let mut text = String::new();
    for filter in of(filters, mailbox) {
        let conditions: Vec<Condition> =
            serde_json::from_str(&filter.conditions).map_err(Error::internal)?;
        let acts: Vec<Act> = serde_json::from_str(&filter.acts).map_err(Error::internal)?;
        let Some(holds) = all(&conditions) else { continue };
        let acts = done(&acts, &mailbox.address)?;
        text.extend(["if ", &holds, " then\n", &acts, "finish\nendif\n"]);
    }
    Ok((!text.is_empty()).then(|| format!("# Exim filter\n{text}")))
}

/// The folders of a mailbox that its filters put mail into.
pub(super) fn folders(filters: &[MailFilter], mailbox: &MailboxRecord) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for filter in of(filters, mailbox) {
        let acts: Vec<Act> = serde_json::from_str(&filter.acts).map_err(Error::internal)?;
        let saved = acts.iter().filter(|act| act.action == Action::Save);
        found.extend(saved.filter_map(|act| folder(&act.dest)));
    }
    Ok(found)
}

/// The filters that are applied to a mailbox, in order.
fn of<'a>(filters: &'a [MailFilter], mailbox: &MailboxRecord) -> Vec<&'a MailFilter> {
    let owners = [mailbox.account.as_str(), mailbox.address.as_str()];
    let place = |filter: &MailFilter| owners.iter().position(|owner| filter.owner == *owner);
    let mut mine: Vec<_> =
        filters.iter().filter(|one| one.enabled.0 && place(one).is_some()).collect();
    mine.sort_by_key(|one| (place(one), one.place));
    mine
}

/// Conditions, joined from the first to the last; none where there are none.
fn all(conditions: &[Condition]) -> Option<String> {
    let (first, rest) = conditions.split_first()?;
    let (mut text, mut join) = (one(first), first.join);
    for condition in rest {
        let word = match join {
            Join::And => "and",
            Join::Or => "or",
        };
        text = format!("({text}) {word} ({})", one(condition));
        join = condition.join;
    }
    Some(text)
}

fn one(condition: &Condition) -> String {
    match condition.part.as_str() {
        "not delivered" => "not delivered".to_owned(),
        "error_message" => "error_message".to_owned(),
        "foranyaddress $h_to:,$h_cc:,$h_bcc:" => {
            let holds = compared("$thisaddress", condition);
            format!("foranyaddress $h_to:,$h_cc:,$h_bcc: ({holds})")
        }
        // The name of a part is one of a closed list.
        part if api::mail::Part::ALL.contains(&part) => compared(part, condition),
        _ => NEVER.to_owned(),
    }
}

fn compared(part: &str, condition: &Condition) -> String {
    let how = match condition.kind {
        MatchKind::Is => "is",
        MatchKind::Contains => "contains",
        MatchKind::Lacks => "does not contain",
        MatchKind::Begins => "begins",
        MatchKind::BeginsNot => "does not begin",
        MatchKind::Ends => "ends",
        MatchKind::EndsNot => "does not end",
        MatchKind::Matches if is_plain(&condition.value) => "matches",
        MatchKind::MatchesNot if is_plain(&condition.value) => "does not match",
        MatchKind::Matches | MatchKind::MatchesNot => return NEVER.to_owned(),
        MatchKind::Above | MatchKind::AboveNot | MatchKind::Below | MatchKind::BelowNot => {
            return counted(part, condition);
        }
    };
    format!("\"{part}\" {how} \"{}\"", signs(&condition.value))
}

/// A comparison of numbers, as whole thousandths. A part that is no number is made one for which the
/// comparison does not hold.
fn counted(part: &str, condition: &Condition) -> String {
    let Some(than) = thousandths(&condition.value) else { return NEVER.to_owned() };
    let (how, than, none) = match condition.kind {
        MatchKind::Above => ("is above", than, "-"),
        MatchKind::BelowNot => ("is above", than - 1, "-"),
        MatchKind::AboveNot => ("is below", than + 1, ""),
        _ => ("is below", than, ""),
    };
    let number = r"\\N^\\s*([-+]?)(\\d{1,6})(?!\\d)(?:\\.(\\d{1,3}))?\\N";
    let scaled = "{$1$2${length_3:${3}000}}";
    let none = format!("{{{none}2000000000}}");
    format!("\"${{if match{{{part}}}{{{number}}}{scaled}{none}}}\" {how} \"{than}\"")
}

/// The number that a text begins with.
fn thousandths(text: &str) -> Option<i64> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit() && !".-+".contains(c));
    let number: f64 = text.get(..end.unwrap_or(text.len()))?.parse().ok()?;
    let scaled = (number * SCALE).round();
    // A text is the way from one kind of number to another that loses nothing in silence.
    (scaled.abs() < MOST).then(|| format!("{scaled:.0}").parse().ok())?
}

/// Whether a pattern means the same to PCRE as to Rust, as far as can be seen.
fn is_plain(pattern: &str) -> bool {
    let open = pattern.replace("(?:", "").replace("(?i)", "");
    let odd = ["(?", "&&", "--", "~~", "[[", "\\p", "\\P", "\\u", "\\U", "\\b{", "\\<", "\\>"];
    !odd.iter().any(|one| open.contains(one)) && regex::Regex::new(pattern).is_ok()
}

fn done(acts: &[Act], mailbox: &EmailAddress) -> Result<String> {
    let mut text = String::new();
    for act in acts {
        match act.action {
            Action::Finish | Action::Pipe => {}
            Action::Fail => text.extend(["fail text \"", &signs(&act.dest), "\"\n"]),
            Action::Save if act.dest == "/dev/null" => text.push_str("seen finish\n"),
            Action::Save => {
                let Some(folder) = folder(&act.dest) else { continue };
                let (local, domain) = (local(mailbox)?, mailbox.domain());
                let Some(domain) = domain else { continue };
                text.push_str(&deliver(&format!("\"{local}/{folder}\"@{domain}")));
            }
            Action::Deliver => {
                let to: Option<EmailAddress> = act.dest.parse().ok();
                let to = to.filter(|to| !to.is_empty()).map(|to| address(&to)).transpose()?;
                text.extend(to.map(|to| deliver(&to)));
            }
        }
    }
    Ok(text)
}

fn deliver(to: &str) -> String {
    format!("deliver \"{}\"\n", signs(to))
}

/// The folder of a mailbox that a file's last name stands for; none where that is the mailbox itself, or
/// cannot be the name of one.
fn folder(path: &str) -> Option<String> {
    let name = path.rsplit('/').next().unwrap_or_default();
    let name = name.trim_matches(|c: char| c == '.' || c == ' ');
    let fits = |c: char| c.is_ascii_graphic() || c == ' ';
    let barred = |c: char| matches!(c, '"' | '\\' | '%' | '*' | '@' | '~' | '&');
    let whole = (1..=100).contains(&name.len()) && !name.contains("..");
    (whole && name.chars().all(|c| fits(c) && !barred(c))).then(|| name.to_owned())
}

/// A text within quotes: after Exim has read the quotes and expanded what is in them, it is that text.
fn signs(text: &str) -> String {
    let mut written = String::new();
    for byte in text.bytes().filter(|byte| *byte != 0) {
        if byte.is_ascii_alphanumeric() || byte == b' ' {
            written.push(char::from(byte));
        } else {
            written.extend(["\\\\x", &HEXLOWER.encode(&[byte])]);
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::system::host::mail::samples::mailbox;

    pub(in super::super) fn filter(owner: &str, conditions: &str, acts: &str) -> MailFilter {
        MailFilter {
            owner: owner.to_owned(),
            name: "one".to_owned(),
            account: "amy".parse().unwrap(),
            place: 1,
            enabled: true.into(),
            conditions: conditions.to_owned(),
            acts: acts.to_owned(),
        }
    }

    fn condition(part: &str, kind: &str, value: &str) -> String {
        let value = serde_json::to_string(value).unwrap();
        format!(r#"{{"part":"{part}","match":"{kind}","val":{value},"opt":"or"}}"#)
    }

    #[test]
    fn the_accounts_filters_come_first() {
        let mine = |value: &str| format!("[{}]", condition("$header_from:", "is", value));
        let filters = [
            filter("info@a.test", &mine("b"), r#"[{"action":"finish","dest":""}]"#),
            filter("amy", &mine("a"), r#"[{"action":"save","dest":"/dev/null"}]"#),
            filter("else@a.test", &mine("c"), r#"[{"action":"finish","dest":""}]"#),
        ];
        let text = render(&filters, &mailbox("info")).unwrap().unwrap();
        let whole = "# Exim filter\nif \"$header_from:\" is \"a\" then\nseen finish\nfinish\nendif\n\
            if \"$header_from:\" is \"b\" then\nfinish\nendif\n";
        assert_eq!(text, whole);
        assert_eq!(render(&filters[2..], &mailbox("info")).unwrap(), None);
    }

    #[test]
    fn conditions_are_joined_from_the_first_to_the_last() {
        let conditions = format!(
            "[{},{}]",
            condition("foranyaddress $h_to:,$h_cc:,$h_bcc:", "contains", "x"),
            condition("$h_X-Spam-Score:", "is above", "4.5")
        );
        let acts = r#"[{"action":"deliver","dest":"|x@b.test"},{"action":"save","dest":"/home/amy/mail/.My Box"},
            {"action":"pipe","dest":"/bin/x"},{"action":"fail","dest":"no"}]"#;
        let filters = [filter("amy", &conditions, acts)];
        let text = render(&filters, &mailbox("info")).unwrap().unwrap();
        assert!(text.contains(
            "(foranyaddress $h_to:,$h_cc:,$h_bcc: (\"$thisaddress\" contains \"x\")) or ("
        ));
        assert!(text.contains("is above \"4500\""), "{text}");
        assert!(text.contains("deliver \"\\\\x22\\\\x7cx\\\\x22\\\\x40b\\\\x2etest\"\n"), "{text}");
        assert!(
            text.contains("deliver \"\\\\x22info\\\\x2fMy Box\\\\x22\\\\x40a\\\\x2etest\"\n"),
            "{text}"
        );
        assert!(!text.contains("bin"), "no program is run");
        assert_eq!(folders(&filters, &mailbox("info")).unwrap(), ["My Box"]);
    }

    #[test]
    fn a_pattern_that_is_none_or_may_mean_something_else_fits_nothing() {
        for pattern in ["(", "[[:alpha:]]", "(?P<x>a)", "\\p{Greek}", "[a&&b]"] {
            let conditions = format!("[{}]", condition("$message_body", "matches", pattern));
            let filters = [filter("amy", &conditions, r#"[{"action":"finish","dest":""}]"#)];
            let text = render(&filters, &mailbox("info")).unwrap().unwrap();
            assert!(text.contains(NEVER), "{pattern}: {text}");
        }
        assert!(is_plain("^(?:a|b)+\\d{2,3}$"));
    }

    proptest! {
        /// Reads what is written as Exim does: the quotes first, and then what would be expanded.
        #[test]
        fn a_value_is_that_text_and_nothing_else(text in "[^\0]{0,60}") {
            let written = signs(&text);
            prop_assert!(written.chars().all(|c| c.is_ascii_alphanumeric() || c == ' ' || c == '\\'));
            let unquoted = written.replace("\\\\", "\\");
            let mut bytes = Vec::new();
            let mut rest = unquoted.as_str();
            while let Some((before, after)) = rest.split_once("\\x") {
                bytes.extend(before.bytes());
                let (number, after) = after.split_at_checked(2).unwrap();
                bytes.push(u8::from_str_radix(number, 16).unwrap());
                rest = after;
            }
            bytes.extend(rest.bytes());
            prop_assert_eq!(String::from_utf8(bytes).unwrap(), text);
        }
    }
}
