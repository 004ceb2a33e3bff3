//! What a member says.

use bytes::Bytes;
use serde_json::Value;

use super::fault::Fault;

/// Those of a token's privileges that let it act on the DNS of its server.
const ENOUGH: [&str; 2] = ["all", "clustering"];

/// An answer: its status, and what it says.
pub(super) struct Said {
    pub(super) status: u16,
    pub(super) body: Bytes,
}

impl Said {
    /// Whether the member would take zones from us: it knows our token, which has the privilege.
    pub(super) fn takes(self) -> Result<bool, Fault> {
        match self.status {
            200 => {
                let answer: Value = serde_json::from_slice(&self.body).map_err(Fault::strange)?;
                privileged(&answer).ok_or_else(|| Fault::strange("it names no privileges"))
            }
            401 | 403 => Ok(false),
            status => Err(Fault::Status(status)),
        }
    }
}

/// Whether one of the privileges in the answer is enough; nothing where it names none.
fn privileged(answer: &Value) -> Option<bool> {
    if !answer.pointer("/metadata/result").is_some_and(is_set) {
        return None;
    }
    let privileges = answer.pointer("/data/privileges/0")?.as_object()?;
    Some(ENOUGH.iter().any(|name| privileges.get(*name).is_some_and(is_set)))
}

/// A flag, which servers write as a number or as text.
fn is_set(flag: &Value) -> bool {
    flag.as_u64() == Some(1) || flag.as_str() == Some("1")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn takes(status: u16, body: &str) -> Result<bool, Fault> {
        Said { status, body: Bytes::copy_from_slice(body.as_bytes()) }.takes()
    }

    fn with(privileges: &str) -> String {
        format!(r#"{{"metadata":{{"result":1}},"data":{{"privileges":[{privileges}]}}}}"#)
    }

    #[test]
    fn a_privilege_of_the_two_is_enough() {
        for (privileges, wanted) in [
            (r#"{"all":1,"clustering":0}"#, true),
            (r#"{"all":0,"clustering":1}"#, true),
            (r#"{"all":"0","clustering":"1"}"#, true),
            (r#"{"all":0,"clustering":0,"edit-dns":1}"#, false),
            ("{}", false),
        ] {
            assert_eq!(takes(200, &with(privileges)).unwrap(), wanted, "{privileges}");
        }
        let text = r#"{"metadata":{"result":"1"},"data":{"privileges":[{"all":1}]}}"#;
        assert!(takes(200, text).unwrap());
    }

    #[test]
    fn a_refusal_is_no_and_all_else_is_no_answer() {
        for status in [401, 403] {
            assert!(!takes(status, "Access denied").unwrap());
        }
        for (status, body) in [
            (200, "<html>"),
            (200, "{}"),
            (200, "[]"),
            (200, r#"{"metadata":{"result":0,"reason":"no"}}"#),
            (200, r#"{"metadata":{"result":1},"data":{}}"#),
            (200, r#"{"metadata":{"result":1},"data":{"privileges":["all"]}}"#),
            (200, r#"{"data":{"privileges":[{"all":1}]}}"#),
            (302, &with(r#"{"all":1}"#)),
            (500, ""),
        ] {
            let fault = takes(status, body).unwrap_err().to_string();
            assert!(fault.contains("API 1") || fault.contains(&status.to_string()), "{fault}");
        }
    }
}
