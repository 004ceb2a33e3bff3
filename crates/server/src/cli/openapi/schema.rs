//! The product's types as JSON Schema.

use api::{Field, Type, Value, object};

/// A parameter of a call.
pub(super) fn parameter(field: &Field) -> Value {
    let mut parameter = serde_json::Map::new();
    parameter.insert("name".to_owned(), field.name.into());
    parameter.insert("in".to_owned(), "query".into());
    parameter.insert("required".to_owned(), field.required().into());
    parameter.insert("description".to_owned(), field.doc.trim().into());
    let mut schema = schema(&field.ty, Side::Asked);
    let default = field.default.and_then(|text| as_typed(&field.ty, text));
    if let (Some(default), Some(schema)) = (default, schema.as_object_mut()) {
        schema.insert("default".to_owned(), default);
    }
    parameter.insert("schema".to_owned(), schema);
    if !field.aliases.is_empty() {
        parameter.insert("x-aliases".to_owned(), field.aliases.iter().copied().collect());
    }
    if field.family {
        parameter.insert("x-numbered".to_owned(), true.into());
    }
    Value::Object(parameter)
}

/// The data of an answer; `None` where there is none.
pub(super) fn reply(ty: &Type) -> Option<Value> {
    match ty {
        Type::Nothing => None,
        other => Some(schema(other, Side::Answered)),
    }
}

/// What every answer says of itself.
pub(super) fn metadata() -> Value {
    let typed = |name: &str| object([("type", name.into())]);
    object([
        ("type", "object".into()),
        (
            "properties",
            object([
                ("command", typed("string")),
                ("version", object([("const", 1.into())])),
                ("result", object([("enum", vec![Value::from(0), Value::from(1)].into())])),
                ("reason", typed("string")),
                ("output", typed("object")),
            ]),
        ),
        ("required", ["command", "version", "result", "reason"].into_iter().collect()),
    ])
}

/// Whether a type stands in a call or in an answer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Asked,
    Answered,
}

fn schema(ty: &Type, side: Side) -> Value {
    let typed = |name: &str| object([("type", name.into())]);
    let text = |format: &str| object([("type", "string".into()), ("format", format.into())]);
    match ty {
        Type::Text | Type::Path | Type::User | Type::Ip => typed("string"),
        Type::Domain => text("hostname"),
        Type::Email => text("email"),
        Type::Url => text("uri"),
        Type::Secret => text("password"),
        Type::Int | Type::UnixTime => typed("integer"),
        Type::Number => typed("number"),
        Type::Flag => object([("enum", vec![Value::from(0), Value::from(1)].into())]),
        Type::Json if side == Side::Asked => {
            object([("type", "string".into()), ("contentMediaType", "application/json".into())])
        }
        Type::Json | Type::Any => object([]),
        Type::Limit => object([(
            "anyOf",
            vec![
                object([("type", "integer".into()), ("minimum", 0.into())]),
                object([("const", "unlimited".into())]),
            ]
            .into(),
        )]),
        Type::Enum(words) => {
            object([("type", "string".into()), ("enum", words.iter().copied().collect())])
        }
        Type::Nothing => typed("null"),
        Type::Optional(inner) if side == Side::Asked => schema(inner, side),
        Type::Optional(inner) => {
            object([("anyOf", vec![schema(inner, side), typed("null")].into())])
        }
        Type::List(inner) => object([("type", "array".into()), ("items", schema(inner, side))]),
        Type::Map(inner) => {
            object([("type", "object".into()), ("additionalProperties", schema(inner, side))])
        }
        Type::Object(fields) => of_object(fields, side),
    }
}

fn of_object(fields: &[Field], side: Side) -> Value {
    let property = |field: &Field| {
        let mut schema = schema(&field.ty, side);
        if let Some(schema) = schema.as_object_mut() {
            schema.insert("description".to_owned(), field.doc.trim().into());
        }
        (field.name.to_owned(), schema)
    };
    let named = || fields.iter().filter(|field| !field.rest);
    let required = named().filter(|field| !field.absent).map(|field| field.name);
    let mut object = object([
        ("type", "object".into()),
        ("properties", named().map(property).collect()),
        ("required", required.collect()),
    ]);
    if let (Some(rest), Some(object)) =
        (fields.iter().find(|field| field.rest), object.as_object_mut())
    {
        let inner = if let Type::Map(inner) = rest.ty { schema(inner, side) } else { true.into() };
        object.insert("additionalProperties".to_owned(), inner);
    }
    object
}

/// A default as its type writes it; `None` where it is the program's business alone.
fn as_typed(ty: &Type, text: &str) -> Option<Value> {
    match ty {
        Type::Limit if text == "unlimited" => Some(text.into()),
        Type::Int | Type::UnixTime | Type::Flag | Type::Limit => {
            text.parse::<i64>().ok().map(Value::from)
        }
        Type::Number => text.parse::<f64>().ok().map(Value::from),
        Type::Enum(words) => words.contains(&text).then(|| text.into()),
        Type::Optional(inner) => as_typed(inner, text),
        _ => (!text.is_empty()).then(|| text.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_told_as_they_are_written() {
        let limit = schema(&Type::Limit, Side::Answered);
        assert_eq!(limit["anyOf"][1]["const"], "unlimited");
        let optional = Type::Optional(&Type::Int);
        assert_eq!(schema(&optional, Side::Asked)["type"], "integer");
        assert_eq!(schema(&optional, Side::Answered)["anyOf"][1]["type"], "null");
    }

    #[test]
    fn defaults_are_told_where_callers_could_write_them() {
        assert_eq!(as_typed(&Type::Flag, "1"), Some(1.into()));
        assert_eq!(as_typed(&Type::Limit, "unlimited"), Some("unlimited".into()));
        assert_eq!(as_typed(&Type::Enum(&["a"]), "a"), Some("a".into()));
        assert_eq!(as_typed(&Type::Enum(&["a"]), "Kind :: A"), None);
        assert_eq!(as_typed(&Type::Text, ""), None);
    }
}
