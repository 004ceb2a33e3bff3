//! Values on their way to PostgreSQL and back.

use std::error::Error as Cause;

use api::{
    Error, Result,
    records::{Cell, Row},
};
use bytes::BytesMut;
use postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};

use super::super::mismatch;

/// A cell as a value of a statement.
#[derive(Debug)]
pub(super) struct Bound<'a>(pub(super) &'a Cell<'a>);

impl ToSql for Bound<'_> {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn Cause + Sync + Send>> {
        match self.0 {
            Cell::Null => Ok(IsNull::Yes),
            Cell::Int(number) => number.to_sql_checked(ty, out),
            Cell::Text(text) => text.as_ref().to_sql_checked(ty, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        // The kind of cell decides, above.
        true
    }

    to_sql_checked!();
}

/// A row of PostgreSQL's.
pub(super) struct Found<'a>(pub(super) &'a postgres::Row);

impl Found<'_> {
    fn value(&self, place: usize) -> Result<Held<'_>> {
        self.0.try_get(place).map_err(Error::internal)
    }
}

impl Row for Found<'_> {
    fn int(&self, place: usize) -> Result<Option<i64>> {
        match self.value(place)? {
            Held::Int(number) => Ok(Some(number)),
            Held::Null => Ok(None),
            other => Err(mismatch(place, "a whole number", other.kind())),
        }
    }

    fn text(&self, place: usize) -> Result<Option<&str>> {
        match self.value(place)? {
            Held::Text(text) => Ok(Some(text)),
            Held::Null => Ok(None),
            other => Err(mismatch(place, "text", other.kind())),
        }
    }

    fn is_null(&self, place: usize) -> Result<bool> {
        Ok(matches!(self.value(place)?, Held::Null))
    }
}

/// What a column holds.
enum Held<'a> {
    Null,
    Int(i64),
    Text(&'a str),
    Other,
}

impl Held<'_> {
    fn kind(&self) -> &'static str {
        match self {
            Self::Null => "NULL",
            Self::Int(_) => "a whole number",
            Self::Text(_) => "text",
            Self::Other => "something else",
        }
    }
}

impl<'a> FromSql<'a> for Held<'a> {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Cause + Sync + Send>> {
        match *ty {
            Type::INT8 => i64::from_sql(ty, raw).map(Self::Int),
            Type::TEXT => <&str>::from_sql(ty, raw).map(Self::Text),
            _ => Ok(Self::Other),
        }
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn Cause + Sync + Send>> {
        Ok(Self::Null)
    }

    fn accepts(_: &Type) -> bool {
        // The caller learns of any type, and says itself which it wants.
        true
    }
}
