//! The files that pages refer to, inside the program.

/// A file that pages refer to as `/assets/NAME`: its `Content-Type` and its bytes. Anybody may read
/// them.
pub fn asset(name: &str) -> Option<(&'static str, &'static [u8])> {
    const SCRIPT: &str = "text/javascript; charset=utf-8";
    Some(match name {
        "app.css" => ("text/css; charset=utf-8", include_bytes!("../../assets/app.css")),
        "app.js" => (SCRIPT, include_bytes!("../../assets/app.js")),
        "htmx.min.js" => (SCRIPT, include_bytes!("../../assets/htmx.min.js")),
        "htmx.LICENSE.txt" => {
            ("text/plain; charset=utf-8", include_bytes!("../../assets/htmx.LICENSE.txt"))
        }
        "favicon.svg" => ("image/svg+xml", include_bytes!("../../assets/favicon.svg")),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_that_the_layout_names_is_there() {
        let layout = include_str!("../../templates/base.html");
        let names: Vec<&str> =
            layout.split("/assets/").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        assert!(names.len() >= 4, "{names:?}");
        for name in names {
            assert!(asset(name).is_some_and(|(_, bytes)| !bytes.is_empty()), "{name}");
        }
        assert_eq!(asset("../Cargo.toml"), None);
    }
}
