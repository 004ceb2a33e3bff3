//! `Record`: a struct as a row of a table.

use proc_macro2::TokenStream as Tokens;
use quote::quote;
use syn::{DeriveInput, LitStr, Result};

use crate::field::plain;

/// Writes the `Record` implementation.
pub(crate) fn expand(input: &DeriveInput) -> Result<Tokens> {
    let ident = &input.ident;
    let (mut table, mut key) = (None, None);
    for attr in input.attrs.iter().filter(|attr| attr.path().is_ident("record")) {
        attr.parse_nested_meta(|meta| {
            if meta.path.is_ident("table") {
                table = Some(meta.value()?.parse::<LitStr>()?.value());
            } else if meta.path.is_ident("key") {
                key = Some(meta.value()?.parse::<LitStr>()?.value());
            } else {
                return Err(meta.error("expected table or key"));
            }
            Ok(())
        })?;
    }
    let (Some(table), Some(key)) = (table, key) else {
        return Err(syn::Error::new(input.ident.span(), "#[record(table = \"…\", key = \"…\")]"));
    };
    let keys = key.split(',').map(str::trim);
    let idents: Vec<_> = plain(input)?.into_iter().filter_map(|f| f.ident.as_ref()).collect();
    let columns: Vec<String> = idents.iter().map(ToString::to_string).collect();
    let places = 0..idents.len();
    Ok(quote! {
        impl ::api::records::Record for #ident {
            const TABLE: &'static str = #table;
            const KEY: &'static [&'static str] = &[#(#keys),*];
            const COLUMNS: &'static [&'static str] = &[#(#columns),*];
            fn read(row: &dyn ::api::records::Row) -> ::api::Result<Self> {
                Ok(Self { #(#idents: ::api::records::Column::read(row, #places)?),* })
            }
            fn cells(&self) -> ::std::vec::Vec<::api::records::Cell<'_>> {
                ::std::vec![#(::api::records::Column::cell(&self.#idents)),*]
            }
        }
    })
}
