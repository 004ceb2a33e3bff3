//! The envelope of cPanel API 1, whose functions answer a text.

use api::{Result, Value, object};

use super::refusals;
use crate::call::Called;

/// The whole answer.
pub(super) fn answer(called: Called) -> Value {
    let Called { module, function, entry, result, .. } = called;
    if entry.is_none() {
        return refusals::api1_unknown(&module, &function);
    }
    let (text, event, error) = match text(result) {
        Ok(text) => (text, object([("result", 1.into())]), None),
        Err(problem) => {
            let said = Value::from(problem.to_string());
            let event = object([("result", 0.into()), ("reason", said.clone())]);
            (String::new(), event, Some(("error", said)))
        }
    };
    let keys = [
        ("apiversion", "1".into()),
        ("type", "event".into()),
        ("module", module.into()),
        ("func", function.into()),
        ("source", "module".into()),
        ("data", object([("result", text.into())])),
        ("event", event),
    ];
    let keys = keys.into_iter().chain(error);
    Value::Object(keys.map(|(key, value)| (key.to_owned(), value)).collect())
}

fn text(result: Result<api::Data>) -> Result<String> {
    let tree = result?.into_tree()?.unwrap_or_default();
    Ok(tree.as_str().unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use api::{AccountApi, Data, Error, function::Notes};

    use super::*;

    fn answered(result: Result<Data>) -> String {
        let (module, function) = ("Mysql".to_owned(), "number_of_dbs".to_owned());
        let entry = uapi::api1::find(&module, &function);
        let (api, ran, notes) = (AccountApi::One, true, Notes::default());
        answer(Called { api, module, function, entry, ran, result, notes }).to_string()
    }

    #[test]
    fn a_text_is_the_result() {
        assert_eq!(
            answered(Ok(Data::Tree("3".into()))),
            r#"{"apiversion":"1","type":"event","module":"Mysql","func":"number_of_dbs","source":"module","data":{"result":"3"},"event":{"result":1}}"#
        );
    }

    #[test]
    fn a_failure_is_an_event_that_failed() {
        assert_eq!(
            answered(Err(Error::param("arg-0", "no."))),
            r#"{"apiversion":"1","type":"event","module":"Mysql","func":"number_of_dbs","source":"module","data":{"result":""},"event":{"result":0,"reason":"arg-0: no."},"error":"arg-0: no."}"#
        );
    }
}
