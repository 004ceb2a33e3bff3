//! What the derives read off a struct's fields.

use syn::{
    Attribute, Data, DeriveInput, Expr, Fields, Ident, LitStr, Result, Type, spanned::Spanned,
};

/// One field with its `#[param(…)]` attributes.
#[expect(clippy::struct_excessive_bools, reason = "each is an attribute that is there or not")]
pub(crate) struct Field {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) default: Option<Expr>,
    pub(crate) family: bool,
    pub(crate) rest: bool,
    pub(crate) absent: bool,
    pub(crate) merge: bool,
    pub(crate) part: bool,
    pub(crate) uploads: bool,
}

/// The fields of a struct; each must say in a doc comment what it is.
pub(crate) fn fields(input: &DeriveInput) -> Result<Vec<Field>> {
    plain(input)?.iter().map(|source| field(source)).collect()
}

/// The syntax of a struct's named fields (a unit struct has none).
pub(crate) fn plain(input: &DeriveInput) -> Result<Vec<&syn::Field>> {
    let Data::Struct(data) = &input.data else {
        return Err(syn::Error::new(input.ident.span(), "only a struct with named fields"));
    };
    match &data.fields {
        Fields::Named(named) => Ok(named.named.iter().collect()),
        Fields::Unit => Ok(Vec::new()),
        Fields::Unnamed(_) => {
            Err(syn::Error::new(input.ident.span(), "only a struct with named fields"))
        }
    }
}

/// The doc comment, its lines joined.
pub(crate) fn doc(attrs: &[Attribute]) -> String {
    let lines = attrs.iter().filter(|attr| attr.path().is_ident("doc")).filter_map(|attr| {
        let Expr::Lit(literal) = &attr.meta.require_name_value().ok()?.value else { return None };
        let syn::Lit::Str(text) = &literal.lit else { return None };
        Some(text.value().trim().to_owned())
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn field(source: &syn::Field) -> Result<Field> {
    let Some(ident) = source.ident.clone() else {
        return Err(syn::Error::new(source.span(), "only a struct with named fields"));
    };
    let name = ident.to_string();
    let mut field = Field {
        name: name.strip_prefix("r#").unwrap_or(&name).to_owned(),
        ident,
        ty: source.ty.clone(),
        doc: doc(&source.attrs),
        aliases: Vec::new(),
        default: None,
        family: false,
        rest: false,
        absent: false,
        merge: false,
        part: false,
        uploads: false,
    };
    if field.doc.is_empty() {
        return Err(syn::Error::new(source.span(), "say in a doc comment what this is"));
    }
    for attr in source.attrs.iter().filter(|attr| attr.path().is_ident("param")) {
        attr.parse_nested_meta(|meta| read(&mut field, &meta))?;
    }
    Ok(field)
}

fn read(field: &mut Field, meta: &syn::meta::ParseNestedMeta<'_>) -> Result<()> {
    let word = meta.path.require_ident()?.to_string();
    match word.as_str() {
        "default" => field.default = Some(meta.value()?.parse()?),
        "name" => field.name = meta.value()?.parse::<LitStr>()?.value(),
        "alias" => field.aliases.push(meta.value()?.parse::<LitStr>()?.value()),
        "family" => field.family = true,
        "rest" => field.rest = true,
        "absent" => field.absent = true,
        "merge" => field.merge = true,
        "part" => field.part = true,
        "uploads" => {
            field.uploads = true;
            field.family = true;
        }
        _ => {
            let words =
                "expected default, name, alias, family, rest, absent, merge, part or uploads";
            return Err(meta.error(words));
        }
    }
    Ok(())
}
