//! The module `Mime` of UAPI: a file a function.

pub mod add_handler;
pub mod add_hotlink;
pub mod add_mime;
pub mod add_redirect;
pub mod delete_handler;
pub mod delete_hotlink;
pub mod delete_mime;
pub mod delete_redirect;
pub mod get_redirect;
pub mod list_handlers;
pub mod list_hotlinks;
pub mod list_mime;
pub mod list_redirects;
pub mod redirect_info;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Mime",
    functions: &[
        Entry::of::<add_handler::AddHandler>(),
        Entry::of::<add_hotlink::AddHotlink>(),
        Entry::of::<add_mime::AddMime>(),
        Entry::of::<add_redirect::AddRedirect>(),
        Entry::of::<delete_handler::DeleteHandler>(),
        Entry::of::<delete_hotlink::DeleteHotlink>(),
        Entry::of::<delete_mime::DeleteMime>(),
        Entry::of::<delete_redirect::DeleteRedirect>(),
        Entry::of::<get_redirect::GetRedirect>(),
        Entry::of::<list_handlers::ListHandlers>(),
        Entry::of::<list_hotlinks::ListHotlinks>(),
        Entry::of::<list_mime::ListMime>(),
        Entry::of::<list_redirects::ListRedirects>(),
        Entry::of::<redirect_info::RedirectInfo>(),
    ],
};
