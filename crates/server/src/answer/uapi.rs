//! The envelopes of UAPI: flat over HTTP, nested through WHM and on the command line.

use api::{Value, object};

/// What became of a UAPI call. Without errors it is a success.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The data; null in failures.
    pub data: Value,
    /// Why it failed.
    pub errors: Vec<String>,
}

impl Answer {
    /// A failure.
    pub fn failure(said: &str) -> Self {
        Self { data: Value::Null, errors: vec![said.to_owned()] }
    }

    /// As `/execute` answers: the result alone.
    pub fn flat(self) -> Value {
        let status = u8::from(self.errors.is_empty());
        let errors = if status == 1 { Value::Null } else { self.errors.into() };
        object([
            ("status", status.into()),
            ("errors", errors),
            ("messages", Value::Null),
            ("warnings", Value::Null),
            ("data", self.data),
            ("metadata", object([])),
        ])
    }

    /// As the relays and the command line answer: the result with what was called.
    pub fn nested(self, module: &str, function: &str) -> Value {
        object([
            ("apiversion", 3.into()),
            ("func", function.into()),
            ("module", module.into()),
            ("result", self.flat()),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::refusals;

    #[test]
    fn flat_and_nested_say_the_same() {
        let answer = refusals::uapi_unknown("Nope", "list");
        assert_eq!(
            answer.clone().flat().to_string(),
            r#"{"status":0,"errors":["Failed to load module “Nope”: this server has no function “Nope::list”."],"messages":null,"warnings":null,"data":null,"metadata":{}}"#
        );
        let nested = answer.clone().nested("Nope", "list");
        assert_eq!(nested["result"], answer.flat());
        assert_eq!((&nested["apiversion"], &nested["module"]), (&3.into(), &"Nope".into()));
    }

    #[test]
    fn a_success_has_no_errors() {
        let answer = Answer { data: 1.into(), errors: Vec::new() }.flat();
        assert_eq!((&answer["status"], &answer["errors"]), (&1.into(), &Value::Null));
    }
}
