//! `Word`: an enumeration of unit variants as words on the wire.

use proc_macro2::TokenStream as Tokens;
use quote::quote;
use syn::{Data, DeriveInput, Fields, LitStr, Result, Variant};

/// Writes parsing, printing, and the parameter, reply and column implementations.
pub(crate) fn expand(input: &DeriveInput) -> Result<Tokens> {
    let Data::Enum(data) = &input.data else {
        return Err(syn::Error::new(input.ident.span(), "only an enumeration"));
    };
    let ident = &input.ident;
    let words = data.variants.iter().map(word).collect::<Result<Vec<_>>>()?;
    let variants: Vec<_> = data.variants.iter().map(|variant| &variant.ident).collect();
    Ok(quote! {
        impl #ident {
            /// Every word, in order.
            pub const WORDS: &'static [&'static str] = &[#(#words),*];
            /// Every variant, in order.
            pub const ALL: &'static [Self] = &[#(Self::#variants),*];
            /// The word on the wire.
            pub const fn as_str(self) -> &'static str {
                match self { #(Self::#variants => #words),* }
            }
        }
        impl ::core::str::FromStr for #ident {
            type Err = ::std::string::String;
            fn from_str(text: &str) -> ::core::result::Result<Self, Self::Err> {
                match text {
                    #(#words => Ok(Self::#variants),)*
                    _ => Err(::api::form::not_one_of(text, Self::WORDS)),
                }
            }
        }
        impl ::api::Param for #ident {
            const TYPE: ::api::Type = ::api::Type::Enum(Self::WORDS);
            fn read(texts: &[&str]) -> ::core::result::Result<Self, ::std::string::String> {
                ::api::form::one(texts)?.parse()
            }
        }
        impl ::api::Output for #ident {
            const TYPE: ::api::Type = ::api::Type::Enum(Self::WORDS);
            fn put(&self, sink: &mut dyn ::api::Sink) { sink.text(self.as_str()); }
        }
        impl ::api::records::Column for #ident {
            fn read(row: &dyn ::api::records::Row, place: usize) -> ::api::Result<Self> {
                ::api::records::parse_text(row, place)
            }
            fn cell(&self) -> ::api::records::Cell<'_> {
                ::api::records::Cell::Text(::std::borrow::Cow::Borrowed(self.as_str()))
            }
        }
    })
}

fn word(variant: &Variant) -> Result<String> {
    if !matches!(variant.fields, Fields::Unit) {
        return Err(syn::Error::new(variant.ident.span(), "only a variant without fields"));
    }
    let attr = variant.attrs.iter().find(|attr| attr.path().is_ident("word"));
    let attr = attr.ok_or_else(|| syn::Error::new(variant.ident.span(), "add #[word(\"…\")]"))?;
    Ok(attr.parse_args::<LitStr>()?.value())
}
