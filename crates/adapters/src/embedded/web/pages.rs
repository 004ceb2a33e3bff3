//! The pages that are no site's own.

use hyper::StatusCode;

/// A page of the server itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Page {
    /// No site has that name.
    Unknown,
    /// The site's account is suspended.
    Suspended,
    /// The site has no such file.
    Missing,
    /// The file is not for visitors.
    Forbidden,
    /// The file is a program.
    Program,
    /// The method is neither GET nor HEAD.
    Method,
    /// The machine failed.
    Broken,
}

impl Page {
    /// The status of its answer.
    pub(super) fn status(self) -> StatusCode {
        match self {
            Self::Unknown | Self::Missing => StatusCode::NOT_FOUND,
            Self::Suspended | Self::Forbidden | Self::Program => StatusCode::FORBIDDEN,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// It as HTML.
    pub(super) fn html(self) -> String {
        let (title, text) = self.words();
        format!(
            "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
             <title>{title}</title>\n<h1>{title}</h1>\n<p>{text}</p>\n</html>\n"
        )
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Unknown => ("No such site", "There is no site of this name on this server."),
            Self::Suspended => ("This account is suspended", "Its owner can ask the host why."),
            Self::Missing => ("Not found", "This site has no such page."),
            Self::Forbidden => ("Forbidden", "This may not be read by visitors."),
            Self::Program => ("Forbidden", "This server runs no programs; it serves files only."),
            Self::Method => ("Method not allowed", "This server answers GET and HEAD only."),
            Self::Broken => ("Out of order", "The server failed at its own work. Try again later."),
        }
    }
}
