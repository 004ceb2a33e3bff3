//! `Input`: a struct from a call's parameters.

use proc_macro2::TokenStream as Tokens;
use quote::quote;
use syn::{DeriveInput, Expr, Lit, Result};

use crate::field::{Field, doc, fields};

/// Writes the `Input` implementation.
pub(crate) fn expand(input: &DeriveInput) -> Result<Tokens> {
    let fields = fields(input)?;
    let (ident, doc) = (&input.ident, doc(&input.attrs));
    let is_merged = |field: &&Field| field.merge;
    let merged = fields.iter().filter(is_merged).map(|Field { ty, .. }| ty);
    if let Some(rest) = fields.iter().find(|field| field.rest)
        && fields.iter().any(|field| field.merge)
    {
        let problem = "what is merged has names of its own, which `rest` would take too";
        return Err(syn::Error::new(rest.ident.span(), problem));
    }
    let rows = fields.iter().filter(|field| !field.merge).map(row);
    let known: Vec<&str> = fields
        .iter()
        .filter(|field| !field.rest)
        .flat_map(|field| std::iter::once(&field.name).chain(&field.aliases))
        .map(String::as_str)
        .collect();
    let reads = fields.iter().map(|field| read(field, &known));
    Ok(quote! {
        impl ::api::Input for #ident {
            const DOC: &'static str = #doc;
            const FIELDS: &'static [::api::Field] = {
                const PARTS: &[&[::api::Field]] =
                    &[&[#(#rows),*], #(<#merged as ::api::Input>::FIELDS),*];
                const ALL: [::api::Field; ::api::form::total(PARTS)] = ::api::form::joined(PARTS);
                &ALL
            };
            fn read(form: &::api::Form) -> ::api::Result<Self> {
                let _ = form;
                Ok(Self { #(#reads),* })
            }
        }
    })
}

fn row(field: &Field) -> Tokens {
    let Field { ty, name, doc, family, rest, aliases, .. } = field;
    let default = match &field.default {
        Some(Expr::Lit(literal)) => match &literal.lit {
            Lit::Str(text) => quote!(Some(#text)),
            // As callers write it: the thousands are not apart.
            Lit::Int(number) => {
                let digits = number.base10_digits();
                quote!(Some(#digits))
            }
            other => quote!(Some(stringify!(#other))),
        },
        Some(Expr::Path(path)) if is_variant(path) => quote!(Some(#path.as_str())),
        Some(expr) => quote!(Some(stringify!(#expr))),
        None => quote!(None),
    };
    let ty = match () {
        () if field.uploads => quote!(::api::Type::List(&::api::Type::Secret)),
        () if *rest => quote!(::api::Type::Text),
        () => quote!(<#ty as ::api::Param>::TYPE),
    };
    quote!(::api::Field {
        name: #name, doc: #doc, ty: #ty, default: #default,
        family: #family, rest: #rest, absent: false, aliases: &[#(#aliases),*],
    })
}

fn read(field: &Field, known: &[&str]) -> Tokens {
    let Field { ident, ty, name, aliases, family, .. } = field;
    if field.merge {
        return quote!(#ident: <#ty as ::api::Input>::read(form)?);
    }
    if field.uploads {
        return quote!(#ident: form.uploads().to_vec());
    }
    if field.rest {
        return quote!(#ident: form.rest(&[#(#known),*])?);
    }
    let texts = if *family {
        quote!(form.family(&[#name, #(#aliases),*]))
    } else {
        quote!(form.texts(&[#name, #(#aliases),*]))
    };
    match &field.default {
        Some(expr) => {
            quote!(#ident: ::api::form::read_or(#name, #texts, || ::core::convert::Into::into(#expr))?)
        }
        None => quote!(#ident: ::api::form::read(#name, #texts)?),
    }
}

/// Whether a path ends in a word like `Daily`: the variant of an enumeration of words, and no
/// constant like `UNLIMITED`.
fn is_variant(path: &syn::ExprPath) -> bool {
    path.path.segments.last().is_some_and(|last| {
        let name = last.ident.to_string();
        let mixed = name.len() == 1 || name.contains(|letter: char| letter.is_lowercase());
        path.path.segments.len() > 1 && mixed
    })
}
