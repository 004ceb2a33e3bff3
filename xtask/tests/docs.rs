//! Every path that a page names is there.
#![expect(clippy::unwrap_used, reason = "a test may fail so")]

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The first parts of the paths that pages may name in backquotes.
const ROOTS: [&str; 6] = ["crates/", "docs/", "contract/", "xtask/", "fuzz/", ".ci/"];

/// The pages at the root that are named without a folder.
const ENDINGS: [&str; 4] = [".md", ".toml", "LICENSE-MIT", "LICENSE-APACHE"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The pages, generated ones too.
fn pages() -> Vec<PathBuf> {
    let mut pages = Vec::new();
    let mut folders = vec![root(), root().join("docs")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && folder != root() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "md") {
                pages.push(path);
            }
        }
    }
    pages
}

/// What a page names: in backquotes where it looks like a path of the project, and the targets of
/// its links within the project.
fn named(page: &Path) -> Vec<PathBuf> {
    let text = fs::read_to_string(page).unwrap();
    let quoted = text.split('`').skip(1).step_by(2).filter(|word| {
        !word.contains(['<', ' ', '\n', '*', '…'])
            && (ROOTS.iter().any(|root| word.starts_with(root))
                || (!word.contains('/') && ENDINGS.iter().any(|ending| word.ends_with(ending))))
    });
    let quoted = quoted.filter(|word| *word != "innkeeper.toml").map(|word| root().join(word));
    let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let links = links.filter(|link| !link.contains("://") && !link.starts_with('#'));
    let folder = page.parent().unwrap();
    let links = links.map(|link| folder.join(link.split('#').next().unwrap()));
    quoted.chain(links).collect()
}

#[test]
fn every_path_that_a_page_names_is_there() {
    let mut named_in_all = 0;
    let mut missing = Vec::new();
    for page in pages() {
        for path in named(&page) {
            named_in_all += 1;
            if !path.exists() {
                missing.push(format!("{}: {}", page.display(), path.display()));
            }
        }
    }
    assert!(named_in_all > 50, "the pages name {named_in_all} paths: were they read?");
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
