//! What is asked through the local socket.

use serde::{Deserialize, Serialize};

use crate::answer::Format;

/// A request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Request {
    /// The name that the program was called by.
    pub(crate) program: Program,
    /// The user to call as; root where none is named.
    #[serde(rename = "as")]
    pub(crate) user: Option<String>,
    /// The format of what is printed.
    pub(crate) output: Output,
    /// The module of an account's function.
    #[serde(default)]
    pub(crate) module: Option<String>,
    /// The function.
    pub(crate) function: String,
    /// Its parameters, decoded.
    pub(crate) arguments: Vec<(String, String)>,
}

/// A name that the program is called by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Program {
    /// WHM API 1.
    Whmapi1,
    /// An account's UAPI.
    Uapi,
    /// An account's API 2.
    Cpapi2,
}

/// A format, by its word on the command line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Output {
    /// YAML.
    #[default]
    Yaml,
    /// Compact JSON.
    Json,
    /// JSON for people.
    #[value(name = "jsonpretty")]
    JsonPretty,
    /// XML.
    Xml,
}

impl From<Output> for Format {
    fn from(output: Output) -> Self {
        match output {
            Output::Yaml => Self::Yaml,
            Output::Json => Self::Json,
            Output::JsonPretty => Self::JsonPretty,
            Output::Xml => Self::Xml,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_read_as_it_is_written() {
        let line = r#"{"program":"whmapi1","as":null,"output":"jsonpretty","function":"listaccts","arguments":[["a","1"]]}"#;
        let request: Request = serde_json::from_str(line).unwrap();
        assert_eq!(request.output, Output::JsonPretty);
        assert_eq!(request.arguments, [("a".to_owned(), "1".to_owned())]);
        let written = serde_json::to_string(&request).unwrap();
        assert_eq!(serde_json::from_str::<Request>(&written).unwrap(), request);
    }
}
