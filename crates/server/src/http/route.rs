//! Where a path leads on each listener.

use api::{Effect, records::Service};

use super::Door;
use crate::answer::Format;

/// The place that answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Route {
    /// A path of an API.
    Call(Target),
    /// Logging in.
    Login,
    /// Logging out.
    Logout,
    /// A file that pages refer to.
    Asset(String),
    /// A page.
    Page,
}

/// What a path of an API names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// `/json-api/F` and `/xml-api/F` of WHM.
    Function {
        /// The format, which the path alone decides.
        format: Format,
        /// The function.
        name: String,
    },
    /// `/json-api/cpanel` and `/xml-api/cpanel` of an account's listener.
    Relay(Format),
    /// `/execute/M/F` of an account's or a mailbox's listener.
    Execute {
        /// The module.
        module: String,
        /// Its function.
        function: String,
    },
    /// A path of an API that this listener does not have.
    Elsewhere(Shape),
}

/// The shape of what is said on a path of an API when no function says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// As cPanel API 2 says it, in JSON.
    Json,
    /// The same in XML.
    Xml,
    /// As UAPI says it.
    Uapi,
}

impl Route {
    /// The place of a decoded path.
    pub(super) fn of(door: Door, path: &str) -> Self {
        let mut parts = path.trim_start_matches('/').splitn(2, '/');
        let (first, rest) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        match first {
            "json-api" => Self::Call(Target::of(door, Format::Json, rest)),
            "xml-api" => Self::Call(Target::of(door, Format::Xml, rest)),
            "execute" => Self::Call(Target::execute(door, rest)),
            "login" if rest.is_empty() => Self::Login,
            "logout" if rest.is_empty() => Self::Logout,
            "assets" => Self::Asset(rest.to_owned()),
            _ => Self::Page,
        }
    }

    /// What figures and logs call it.
    pub(super) fn label(&self) -> &'static str {
        match self {
            Self::Call(Target::Function { .. }) => "whm",
            Self::Call(Target::Relay(_)) => "relay",
            Self::Call(Target::Execute { .. }) => "execute",
            Self::Call(Target::Elsewhere(_)) => "elsewhere",
            Self::Login => "login",
            Self::Logout => "logout",
            Self::Asset(_) => "asset",
            Self::Page => "page",
        }
    }
}

impl Target {
    /// The name of the function of WHM, where there is one of that name.
    pub(super) fn function(&self) -> Option<&'static str> {
        match self {
            Self::Function { name, .. } => functions::find(name).map(|entry| entry.name),
            _ => None,
        }
    }

    /// Whether what it names changes anything; a relay may.
    pub(super) fn effect(&self) -> Effect {
        let entry = match self {
            Self::Function { name, .. } => functions::find(name),
            Self::Execute { module, function } => uapi::find(module, function),
            Self::Relay(_) => return Effect::Changes,
            Self::Elsewhere(_) => None,
        };
        entry.map_or(Effect::Reads, |entry| entry.effect)
    }

    fn of(door: Door, format: Format, name: &str) -> Self {
        match door.service {
            Service::Whm => Self::Function { format, name: name.to_owned() },
            Service::Cpanel if name == "cpanel" => Self::Relay(format),
            Service::Cpanel | Service::Webmail => Self::Elsewhere(Shape::of(format)),
        }
    }

    fn execute(door: Door, rest: &str) -> Self {
        let (module, function) = rest.split_once('/').unwrap_or((rest, ""));
        match door.service {
            Service::Whm => Self::Elsewhere(Shape::Uapi),
            Service::Cpanel | Service::Webmail => {
                Self::Execute { module: module.to_owned(), function: function.to_owned() }
            }
        }
    }

    /// How this path says what no function says.
    pub(super) fn shape(&self) -> Shape {
        match self {
            Self::Function { format, .. } | Self::Relay(format) => Shape::of(*format),
            Self::Execute { .. } => Shape::Uapi,
            Self::Elsewhere(shape) => *shape,
        }
    }

    /// The format of its answers.
    pub(super) fn format(&self) -> Format {
        self.shape().format()
    }
}

impl Shape {
    fn of(format: Format) -> Self {
        if format == Format::Xml { Self::Xml } else { Self::Json }
    }

    /// The format of its text.
    pub(super) fn format(self) -> Format {
        match self {
            Self::Xml => Format::Xml,
            Self::Json | Self::Uapi => Format::Json,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(service: Service, path: &str) -> Route {
        Route::of(Door { service, secure: true }, path)
    }

    #[test]
    fn each_listener_has_its_own_paths() {
        use Service::{Cpanel, Webmail, Whm};
        let function =
            |format, name: &str| Route::Call(Target::Function { format, name: name.to_owned() });
        let execute = Route::Call(Target::Execute {
            module: "Email".to_owned(),
            function: "list_pops".to_owned(),
        });
        let elsewhere = |shape| Route::Call(Target::Elsewhere(shape));
        for (service, path, route) in [
            (Whm, "/json-api/version", function(Format::Json, "version")),
            (Whm, "/xml-api/version", function(Format::Xml, "version")),
            (Whm, "/json-api/cpanel", function(Format::Json, "cpanel")),
            (Whm, "/json-api", function(Format::Json, "")),
            (Whm, "/execute/Email/list_pops", elsewhere(Shape::Uapi)),
            (Cpanel, "/json-api/cpanel", Route::Call(Target::Relay(Format::Json))),
            (Cpanel, "/xml-api/cpanel", Route::Call(Target::Relay(Format::Xml))),
            (Cpanel, "/json-api/createacct", elsewhere(Shape::Json)),
            (Cpanel, "/execute/Email/list_pops", execute.clone()),
            (Webmail, "/execute/Email/list_pops", execute),
            (Webmail, "/xml-api/cpanel", elsewhere(Shape::Xml)),
        ] {
            assert_eq!(at(service, path), route, "{service:?} {path}");
        }
    }

    #[test]
    fn what_is_no_api_is_a_page_or_stands_around_them() {
        for (path, route) in [
            ("/", Route::Page),
            ("/json-apis/version", Route::Page),
            ("/accounts/new", Route::Page),
            ("/login", Route::Login),
            ("/login/more", Route::Page),
            ("/logout", Route::Logout),
            ("/assets/style.css", Route::Asset("style.css".to_owned())),
        ] {
            assert_eq!(at(Service::Whm, path), route, "{path}");
        }
    }
}
