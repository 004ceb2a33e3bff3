//! `Output`: a struct as the object of a reply.

use proc_macro2::TokenStream as Tokens;
use quote::quote;
use syn::{DeriveInput, Result, Type};

use crate::field::{Field, fields};

/// Writes the `Output` implementation. A struct whose one field is a `List` answers as rows.
pub(crate) fn expand(input: &DeriveInput) -> Result<Tokens> {
    let fields = fields(input)?;
    let ident = &input.ident;
    let rows = fields.iter().map(|Field { ty, name, doc, absent, merge, .. }| {
        quote!(::api::Field {
            name: #name, doc: #doc, ty: <#ty as ::api::Output>::TYPE, default: None,
            family: false, rest: #merge, absent: #absent, aliases: &[],
        })
    });
    let puts = fields.iter().map(|field| put(field, &quote!(put)));
    let put_jsons = fields.iter().map(|field| put(field, &quote!(put_json)));
    let data = match &fields[..] {
        [Field { ident, ty, name, .. }] if is_list(ty) => quote! {
            fn into_data(self) -> ::api::Data { self.#ident.into_rows(#name) }
        },
        _ => Tokens::new(),
    };
    Ok(quote! {
        impl ::api::Output for #ident {
            const TYPE: ::api::Type = ::api::Type::Object(&[#(#rows),*]);
            fn put(&self, sink: &mut dyn ::api::Sink) {
                sink.open_object();
                #(#puts)*
                sink.close_object();
            }
            fn put_json(&self, sink: &mut ::api::Json) {
                use ::api::Sink as _;
                sink.open_object();
                #(#put_jsons)*
                sink.close_object();
            }
            #data
        }
    })
}

/// Writes a field's key, and its value by `method`.
fn put(field: &Field, method: &Tokens) -> Tokens {
    let Field { ident, name, .. } = field;
    let key = if is_plain(name) {
        let quoted = format!("\"{name}\"");
        quote!(sink.plain_key(#name, #quoted);)
    } else {
        quote!(sink.key(#name);)
    };
    if field.merge {
        quote!(::api::reply::put_entries(&self.#ident, sink);)
    } else if field.absent {
        quote!(if let Some(value) = &self.#ident {
            #key
            ::api::Output::#method(value, sink);
        })
    } else {
        quote!(#key ::api::Output::#method(&self.#ident, sink);)
    }
}

/// Whether no format escapes a key.
fn is_plain(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

fn is_list(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    path.path.segments.last().is_some_and(|segment| segment.ident == "List")
}
