//! The `OpenAPI` 3.1 description of the functions that do their work, made from the list that the
//! server itself reads.

#[cfg(test)]
pub(super) mod sample;
mod schema;
mod uapi;

use std::io::{self, Write};

use api::{Entry, Group, Needs, Value, function::Effect, object};

use schema::{parameter, reply};

/// What may be asked.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The functions of accounts, UAPI, instead of those of WHM
    #[arg(long)]
    uapi: bool,
}

/// Prints it.
pub(super) fn print(options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let document =
        if options.uapi { uapi::document(::uapi::MODULES) } else { document(functions::GROUPS) };
    writeln!(out, "{}", serde_json::to_string_pretty(&document)?)
}

/// The whole description.
fn document(groups: &[Group]) -> Value {
    let mut paths = serde_json::Map::new();
    for group in groups {
        for entry in group.functions.iter().filter(|entry| entry.finished) {
            paths.insert(format!("/json-api/{}", entry.name), path(entry, group.title));
        }
    }
    object([
        ("openapi", "3.1.0".into()),
        ("info", info(DESCRIPTION)),
        ("servers", vec![server("2087")].into()),
        ("security", vec![alone("token"), alone("basic")].into()),
        ("tags", tags(groups)),
        ("paths", Value::Object(paths)),
        ("components", components()),
    ])
}

const DESCRIPTION: &str = "WHM API 1 as this server speaks it. GET and POST are equal; parameters \
    come in the query, in a form or in a flat JSON object.";

/// The groups of which any function does its work.
fn tags(groups: &[Group]) -> Value {
    let worked = |group: &&Group| group.functions.iter().any(|entry| entry.finished);
    groups.iter().filter(worked).map(|group| object([("name", group.title.into())])).collect()
}

fn info(description: &str) -> Value {
    object([
        ("title", "Innkeeper".into()),
        ("version", env!("CARGO_PKG_VERSION").into()),
        ("description", description.into()),
    ])
}

fn server(port: &str) -> Value {
    let variable = |default: &str| object([("default", default.into())]);
    object([
        ("url", "https://{host}:{port}".into()),
        ("variables", object([("host", variable("127.0.0.1")), ("port", variable(port))])),
    ])
}

fn alone(scheme: &str) -> Value {
    object([(scheme, Value::Array(Vec::new()))])
}

fn path(entry: &Entry, group: &str) -> Value {
    let doc = entry.doc.trim();
    let mut parameters = vec![object([("$ref", "#/components/parameters/version".into())])];
    parameters.extend(entry.params.iter().filter(|field| !field.rest).map(parameter));
    let operation = object([
        ("operationId", entry.name.into()),
        ("summary", entry.summary().into()),
        ("description", doc.into()),
        ("tags", vec![Value::from(group)].into()),
        ("x-privilege", privilege(entry.needs)),
        ("x-changes", (entry.effect == Effect::Changes).into()),
        ("parameters", parameters.into()),
        ("responses", object([("200", answer(entry)), ("403", refusal())])),
    ]);
    object([("get", operation)])
}

/// The privileges, any of which will do; none where a login is enough.
fn privilege(needs: Needs) -> Value {
    match needs {
        Needs::Login => Value::Array(Vec::new()),
        Needs::AnyOf(acls) => acls.iter().map(|acl| acl.as_str()).collect(),
        Needs::Features(features) => features.iter().copied().collect(),
    }
}

fn answer(entry: &Entry) -> Value {
    let metadata = object([("$ref", "#/components/schemas/metadata".into())]);
    let mut properties = serde_json::Map::new();
    if let Some(data) = reply(&entry.reply) {
        properties.insert("data".to_owned(), data);
    }
    properties.insert("metadata".to_owned(), metadata);
    let schema = object([
        ("type", "object".into()),
        ("properties", Value::Object(properties)),
        ("required", vec![Value::from("metadata")].into()),
    ]);
    let description = "What became of the call; `metadata.result` tells. `data` is there only \
        where it is 1.";
    response(description, schema)
}

fn refusal() -> Value {
    response("The credentials are missing or wrong.", object([("type", "object".into())]))
}

fn response(description: &str, schema: Value) -> Value {
    let content = object([("application/json", object([("schema", schema)]))]);
    object([("description", description.into()), ("content", content)])
}

fn components() -> Value {
    let schemes = [("token", token_scheme("whm")), ("basic", basic_scheme())];
    object([
        (
            "parameters",
            object([(
                "version",
                object([
                    ("name", "api.version".into()),
                    ("in", "query".into()),
                    ("required", true.into()),
                    ("description", "The version of the API.".into()),
                    ("schema", object([("const", 1.into())])),
                ]),
            )]),
        ),
        ("schemas", object([("metadata", schema::metadata())])),
        ("securitySchemes", object(schemes)),
    ])
}

fn token_scheme(word: &str) -> Value {
    object([
        ("type", "apiKey".into()),
        ("in", "header".into()),
        ("name", "Authorization".into()),
        ("description", format!("An API token: `{word} USER:TOKEN`.").into()),
    ])
}

fn basic_scheme() -> Value {
    object([("type", "http".into()), ("scheme", "basic".into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every `$ref` of a tree.
    fn references<'a>(tree: &'a Value, into: &mut Vec<&'a str>) {
        match tree {
            Value::Object(map) => {
                into.extend(map.get("$ref").and_then(Value::as_str));
                map.values().for_each(|value| references(value, into));
            }
            Value::Array(list) => list.iter().for_each(|value| references(value, into)),
            _ => {}
        }
    }

    fn check(document: &Value, groups: &[Group]) {
        assert_eq!(document["openapi"], "3.1.0");
        let mut found = Vec::new();
        references(document, &mut found);
        for reference in found {
            let pointer = reference.strip_prefix('#').unwrap();
            assert!(document.pointer(pointer).is_some(), "{reference} leads nowhere");
        }
        for entry in groups.iter().flat_map(|group| group.functions) {
            let operation = &document["paths"][format!("/json-api/{}", entry.name)]["get"];
            assert_eq!(operation.is_object(), entry.finished, "{}", entry.name);
            if !entry.finished {
                continue;
            }
            assert_eq!(operation["operationId"], entry.name);
            let parameters = operation["parameters"].as_array().unwrap();
            let named: Vec<_> = parameters.iter().filter(|it| it.get("name").is_some()).collect();
            let fields = entry.params.iter().filter(|field| !field.rest);
            for (parameter, field) in named.iter().zip(fields.clone()) {
                assert_eq!(parameter["name"], field.name);
                assert_eq!(parameter["in"], "query");
                assert!(parameter["schema"].is_object(), "{}: {}", entry.name, field.name);
            }
            assert_eq!(named.len(), fields.count());
            let answer = &operation["responses"]["200"]["content"]["application/json"]["schema"];
            assert!(answer["properties"]["metadata"].is_object());
        }
    }

    #[test]
    fn the_description_of_a_sample_is_whole() {
        let groups = [sample::GROUP];
        let document = document(&groups);
        check(&document, &groups);
        let operation = &document["paths"]["/json-api/sample"]["get"];
        assert_eq!(operation["x-privilege"], serde_json::json!(["list-accts"]));
        assert_eq!(operation["parameters"][1]["required"], true);
        let data = &operation["responses"]["200"]["content"]["application/json"]["schema"]["properties"]
            ["data"];
        let item = &data["properties"]["acct"]["items"];
        assert_eq!(item["properties"]["suspended"]["enum"], serde_json::json!([0, 1]));
        assert_eq!(item["required"], serde_json::json!(["suspended"]));
    }

    #[test]
    fn the_description_of_the_product_is_whole() {
        check(&document(functions::GROUPS), functions::GROUPS);
    }
}
