//! A port as the operator writes it.

use std::str::FromStr;

use serde::{Deserialize, Deserializer, de::Error as _};

/// A port as the operator writes it: a number, 0 for any free one, or `off`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Port(pub Option<u16>);

impl FromStr for Port {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "off" {
            return Ok(Self(None));
        }
        let number = text.parse().map(|number| Self(Some(number)));
        number.map_err(|_| "a port is a number from 0 to 65535, or the word off".to_owned())
    }
}

impl<'de> Deserialize<'de> for Port {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Number(u16),
            Text(String),
        }
        let wrong = || D::Error::custom("a port is a number from 0 to 65535, or \"off\"");
        match Written::deserialize(deserializer).map_err(|_| wrong())? {
            Written::Number(number) => Ok(Self(Some(number))),
            Written::Text(text) => text.parse().map_err(|_| wrong()),
        }
    }
}
