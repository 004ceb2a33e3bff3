//! The description of UAPI, at the port of accounts.

use api::{Entry, Group, Value, function::Effect, object};

use super::{
    alone, basic_scheme, info, privilege, refusal, response,
    schema::{parameter, reply},
    server, tags, token_scheme,
};

const DESCRIPTION: &str = "UAPI as this server speaks it, at the port of accounts. GET and POST are \
    equal; parameters come in the query, in a form or in a flat JSON object.";

/// The whole description.
pub(super) fn document(modules: &[Group]) -> Value {
    let mut paths = serde_json::Map::new();
    for module in modules {
        for entry in module.functions.iter().filter(|entry| entry.finished) {
            let path = format!("/execute/{}/{}", module.title, entry.name);
            paths.insert(path, operation(entry, module.title));
        }
    }
    let schemes = [("token", token_scheme("cpanel")), ("basic", basic_scheme())];
    object([
        ("openapi", "3.1.0".into()),
        ("info", info(DESCRIPTION)),
        ("servers", vec![server("2083")].into()),
        ("security", vec![alone("token"), alone("basic")].into()),
        ("tags", tags(modules)),
        ("paths", Value::Object(paths)),
        ("components", object([("securitySchemes", object(schemes))])),
    ])
}

fn operation(entry: &Entry, module: &str) -> Value {
    let parameters = entry.params.iter().filter(|field| !field.rest).map(parameter);
    let operation = object([
        ("operationId", format!("{module}::{}", entry.name).into()),
        ("summary", entry.summary().into()),
        ("description", entry.doc.trim().into()),
        ("tags", vec![Value::from(module)].into()),
        ("x-features", privilege(entry.needs)),
        ("x-changes", (entry.effect == Effect::Changes).into()),
        ("parameters", parameters.collect::<Vec<Value>>().into()),
        ("responses", object([("200", answer(entry)), ("401", refusal())])),
    ]);
    object([("get", operation)])
}

fn answer(entry: &Entry) -> Value {
    let texts = || {
        let list =
            object([("type", "array".into()), ("items", object([("type", "string".into())]))]);
        object([("anyOf", vec![list, object([("type", "null".into())])].into())])
    };
    let null = || object([("type", "null".into())]);
    let data = reply(&entry.reply)
        .map_or_else(null, |data| object([("anyOf", vec![data, null()].into())]));
    let properties = object([
        ("status", object([("enum", vec![Value::from(0), Value::from(1)].into())])),
        ("errors", texts()),
        ("messages", texts()),
        ("warnings", texts()),
        ("data", data),
        ("metadata", object([("type", "object".into())])),
    ]);
    let keys = ["status", "errors", "messages", "warnings", "data", "metadata"];
    let schema = object([
        ("type", "object".into()),
        ("properties", properties),
        ("required", keys.into_iter().collect()),
    ]);
    response("What became of the call; `status` tells. `data` is null where it is 0.", schema)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::openapi::sample;

    #[test]
    fn the_description_of_a_sample_is_whole() {
        let document = document(&[sample::GROUP]);
        let operation = &document["paths"]["/execute/Samples/sample"]["get"];
        assert_eq!(operation["operationId"], "Samples::sample");
        assert_eq!(operation["parameters"][0]["name"], "user");
        let schema = &operation["responses"]["200"]["content"]["application/json"]["schema"];
        assert!(schema["properties"]["data"]["anyOf"][0]["properties"]["acct"].is_object());
        assert_eq!(document["servers"][0]["variables"]["port"]["default"], "2083");
    }

    #[test]
    fn every_function_that_works_is_described_and_no_other() {
        let document = document(::uapi::MODULES);
        for module in ::uapi::MODULES {
            for entry in module.functions {
                let path = format!("/execute/{}/{}", module.title, entry.name);
                let is_there = document["paths"][&path]["get"].is_object();
                assert_eq!(is_there, entry.finished, "{path}");
            }
        }
    }
}
