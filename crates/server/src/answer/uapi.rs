//! The envelopes of UAPI: flat over HTTP, nested through WHM and on the command line.

use api::{Effect, Form, Result, Value, Verdict, function::Notes, object};
use serde_json::Map;

use super::{
    account,
    controls::{Controls, Dialect},
    list::control,
    refusals,
};
use crate::call::Called;

/// What became of a UAPI call. Without errors it is a success.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The data; null in failures.
    data: Value,
    /// Why it failed.
    errors: Vec<String>,
    /// What else to know: a list, or null.
    messages: Value,
    /// What went wrong without failing the call: a list, or null.
    warnings: Value,
    /// What the list controls did.
    metadata: Map<String, Value>,
    /// The status, where that is what was asked.
    verdict: Option<Verdict>,
}

impl Answer {
    /// What a function answered, its list through the controls.
    pub fn of(called: Called, form: &Form) -> Self {
        let Called { module, function, entry, result, notes, .. } = called;
        let Some(entry) = entry else { return refusals::uapi_unknown(&module, &function) };
        let (messages, warnings) = account::said(&notes);
        let controlled = result
            .and_then(|data| Ok(data.into_tree()?.unwrap_or_default()))
            .and_then(|data| controlled(data, form, entry.effect));
        match controlled {
            Ok((data, metadata)) => {
                let Notes { errors, verdict, .. } = notes;
                Self { data, errors, messages, warnings, metadata, verdict }
            }
            Err(problem) => Self { messages, warnings, ..Self::failure(&problem.to_string()) },
        }
    }

    /// A failure.
    pub fn failure(said: &str) -> Self {
        Self {
            data: Value::Null,
            errors: vec![said.to_owned()],
            messages: Value::Null,
            warnings: Value::Null,
            metadata: Map::new(),
            verdict: None,
        }
    }

    /// As `/execute` answers: the result alone.
    pub fn flat(self) -> Value {
        let is_good = self.errors.is_empty();
        let status = match self.verdict {
            Some(Verdict::Unknown) => Value::Null,
            verdict => u8::from(is_good && verdict.is_none()).into(),
        };
        let errors = if is_good { Value::Null } else { self.errors.into() };
        object([
            ("status", status),
            ("errors", errors),
            ("messages", self.messages),
            ("warnings", self.warnings),
            ("data", self.data),
            ("metadata", Value::Object(self.metadata)),
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

/// The data through the controls, where they are a list, and what is told of that.
fn controlled(data: Value, form: &Form, effect: Effect) -> Result<(Value, Map<String, Value>)> {
    let Value::Array(rows) = data else { return Ok((data, Map::new())) };
    let controls = Controls::of_account(form, Dialect::Uapi);
    let (rows, counts) = match controls {
        // What changed something is not called failed for a control that is wrong.
        Err(_) if effect == Effect::Changes => return Ok((rows.into(), Map::new())),
        controls => control(rows, &controls?)?,
    };
    let told: Map<_, _> =
        counts.account_entries().map(|(key, value)| (key.to_owned(), value)).collect();
    Ok((rows.into(), told))
}

#[cfg(test)]
mod tests {
    use api::{AccountApi, Data, Error};

    use super::*;

    /// What a function with this reply answers to that form.
    fn answered(result: Result<Value>, form: &[(&str, &str)]) -> Value {
        let form: Form =
            form.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        let called = Called {
            api: AccountApi::Three,
            module: "Email".to_owned(),
            function: "list_pops".to_owned(),
            entry: uapi::find("Email", "list_pops"),
            ran: true,
            result: result.map(Data::Tree),
            notes: Notes { warnings: vec!["late".to_owned()], ..Notes::default() },
        };
        Answer::of(called, &form).flat()
    }

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
    fn a_success_has_no_errors_and_data_of_any_shape() {
        for data in [serde_json::json!([1, 2]), "text".into(), 5.into(), Value::Null] {
            let answer = answered(Ok(data.clone()), &[("api.filter", "1")]);
            assert_eq!((&answer["status"], &answer["errors"]), (&1.into(), &Value::Null));
            assert_eq!((&answer["data"], &answer["warnings"]), (&data, &vec!["late"].into()));
        }
        let failed = answered(Err(Error::param("email", "is required")), &[]);
        assert_eq!(failed["errors"], serde_json::json!(["email: is required"]));
        assert!(failed["data"].is_null() && failed["status"] == 0);
    }

    #[test]
    fn a_verdict_is_a_status_without_an_error_and_a_failure_may_have_data() {
        let flat = |notes| {
            let answer = Answer { data: 1.into(), ..Answer::failure("no") };
            let Notes { errors, verdict, .. } = notes;
            Answer { errors, verdict, ..answer }.flat()
        };
        for (verdict, status) in [(Verdict::No, 0.into()), (Verdict::Unknown, Value::Null)] {
            let answer = flat(Notes { verdict: Some(verdict), ..Notes::default() });
            assert_eq!((&answer["status"], &answer["errors"]), (&status, &Value::Null));
        }
        let failed = flat(Notes { errors: vec!["why".to_owned()], ..Notes::default() });
        assert_eq!((&failed["status"], &failed["data"]), (&0.into(), &1.into()));
    }

    #[test]
    fn lists_are_filtered_sorted_and_paged_and_the_metadata_tell_of_it() {
        let rows = serde_json::json!([{"a": "x1"}, {"a": "y2"}, {"a": "x3"}, {"a": "x2"}]);
        let form = [
            ("api.filter_column", "a"),
            ("api.filter_term", "x"),
            ("api.filter_type", "begins"),
            ("api.sort", "1"),
            ("api.sort_column", "a"),
            ("api.sort_reverse", "1"),
            ("api.paginate", "1"),
            ("api.paginate_size", "2"),
            ("api.paginate_page", "2"),
        ];
        let answer = answered(Ok(rows.clone()), &form);
        assert_eq!(answer["data"], serde_json::json!([{"a": "x1"}]), "{answer}");
        assert_eq!(
            answer["metadata"],
            serde_json::json!({
                "transformed": 1,
                "filter": {"records_before_filter": 4},
                "paginate": {
                    "total_pages": 2, "total_results": 3, "current_page": 2,
                    "results_per_page": 2, "start_result": 3
                }
            })
        );
        let wrong = answered(Ok(rows), &[("api.filter_column", "a"), ("api.filter_type", "odd")]);
        assert_eq!(wrong["status"], 0);
        assert!(wrong["errors"][0].as_str().unwrap().starts_with("api.filter_type: "), "{wrong}");
    }
}
