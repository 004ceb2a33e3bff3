//! `Output`: a struct as the object of a reply.

use proc_macro2::TokenStream as Tokens;
use quote::{format_ident, quote};
use syn::{DeriveInput, Ident, Result, Type};

use crate::field::{Field, fields};

/// Writes the `Output` implementation. A struct whose one field is a `List` answers as rows.
pub(crate) fn expand(input: &DeriveInput) -> Result<Tokens> {
    let fields = fields(input)?;
    let ident = &input.ident;
    let (parts, own): (Vec<&Field>, Vec<&Field>) = fields.iter().partition(|field| field.part);
    let parts = parts.into_iter().map(|Field { ty, .. }| ty);
    let rows = own.into_iter().map(|Field { ty, name, doc, absent, merge, .. }| {
        quote!(::api::Field {
            name: #name, doc: #doc, ty: <#ty as ::api::Output>::TYPE, default: None,
            family: false, rest: #merge, absent: #absent, aliases: &[],
        })
    });
    let puts = fields.iter().map(|field| put(field, &format_ident!("put")));
    let put_jsons = fields.iter().map(|field| put(field, &format_ident!("put_json")));
    let data = match &fields[..] {
        [Field { ident, ty, name, .. }] if is_list(ty) => quote! {
            fn into_data(self) -> ::api::Data { self.#ident.into_rows(#name) }
        },
        _ => Tokens::new(),
    };
    Ok(quote! {
        impl ::api::reply::Part for #ident {
            const FIELDS: &'static [::api::Field] = {
                const PARTS: &[&[::api::Field]] =
                    &[&[#(#rows),*], #(<#parts as ::api::reply::Part>::FIELDS),*];
                const ALL: [::api::Field; ::api::form::total(PARTS)] = ::api::form::joined(PARTS);
                &ALL
            };
            fn put_keys(&self, sink: &mut dyn ::api::Sink) {
                let _ = &sink;
                #(#puts)*
            }
            fn put_json_keys(&self, sink: &mut ::api::Json) {
                use ::api::Sink as _;
                let _ = &sink;
                #(#put_jsons)*
            }
        }
        impl ::api::Output for #ident {
            const TYPE: ::api::Type =
                ::api::Type::Object(<Self as ::api::reply::Part>::FIELDS);
            fn put(&self, sink: &mut dyn ::api::Sink) {
                sink.open_object();
                ::api::reply::Part::put_keys(self, sink);
                sink.close_object();
            }
            fn put_json(&self, sink: &mut ::api::Json) {
                use ::api::Sink as _;
                sink.open_object();
                ::api::reply::Part::put_json_keys(self, sink);
                sink.close_object();
            }
            #data
        }
    })
}

/// Writes a field's key, and its value by `method`.
fn put(field: &Field, method: &Ident) -> Tokens {
    let Field { ident, name, .. } = field;
    let key = if is_plain(name) {
        let quoted = format!(",\"{name}\":");
        quote!(sink.plain_key(#name, #quoted);)
    } else {
        quote!(sink.key(#name);)
    };
    if field.part {
        let keys = format_ident!("{method}_keys");
        quote!(::api::reply::Part::#keys(&self.#ident, sink);)
    } else if field.merge {
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
