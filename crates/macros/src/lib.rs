//! The derives that turn plain structs into parameters, replies and table rows, and enumerations
//! into words. Each is documented at its function; none knows any function of the product.

mod field;
mod input;
mod output;
mod record;
mod word;

use proc_macro::TokenStream;
use proc_macro2::TokenStream as Tokens;
use syn::{DeriveInput, Result, parse_macro_input};

/// Reads a struct from a call's parameters.
///
/// On a field: `default = EXPR`, `name = "wire-name"`, `alias = "other"` (any number of times),
/// `family` (also `name-0`, `name-1`, ...), `rest` (all parameters that no other field names),
/// `merge` (another such struct, whose parameters stand beside these; not together with `rest`),
/// `uploads` (the files that are sent along with the call).
/// A doc comment on each field is required: it is what callers read.
#[proc_macro_derive(Input, attributes(param))]
pub fn input(item: TokenStream) -> TokenStream {
    derive(&parse_macro_input!(item), input::expand)
}

/// Writes a struct as the object of a reply.
///
/// On a field: `name = "wire-name"`, `absent` (an `Option` that leaves no key when it is `None`),
/// `merge` (a map whose keys are added to this object), `part` (another such struct, whose keys are
/// this object's too).
#[proc_macro_derive(Output, attributes(param))]
pub fn output(item: TokenStream) -> TokenStream {
    derive(&parse_macro_input!(item), output::expand)
}

/// Reads and writes a struct as a row of a table; `#[record(table = "…", key = "…")]` on the struct
/// names the table and its key columns (parted by commas), and the fields are its columns, by name.
#[proc_macro_derive(Record, attributes(record))]
pub fn record(item: TokenStream) -> TokenStream {
    derive(&parse_macro_input!(item), record::expand)
}

/// Makes an enumeration of unit variants a word on the wire: `#[word("cpaneld")]` on each variant.
#[proc_macro_derive(Word, attributes(word))]
pub fn word(item: TokenStream) -> TokenStream {
    derive(&parse_macro_input!(item), word::expand)
}

fn derive(input: &DeriveInput, expand: fn(&DeriveInput) -> Result<Tokens>) -> TokenStream {
    expand(input).unwrap_or_else(|err| err.to_compile_error()).into()
}
