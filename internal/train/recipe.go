package train

import (
	"fmt"
	"io"
	"strings"
)

// A recipe holds the settings of one training.
type recipe struct {
	fit    Options
	folds  int     // of the jackknife that first passes are guessed by
	quick  int     // passes of the models of the jackknife
	silver float32 // weight of text that the teacher labelled
	own    float32 // weight of the texts of this package
	cut    float32 // weight of copies with other tokens
	caps   float32 // weight of copies written as headlines
	least  float32 // weights up to this size are left out of the model file
	log    io.Writer
}

func (r *recipe) logf(format string, a ...any) {
	if r.log != nil {
		fmt.Fprintf(r.log, format, a...)
	}
}

// learn trains on documents: models of the jackknife give each document a
// first pass by a model that has not seen it, and the final model learns with
// the evidence of these passes. types gives silver labels of sentences to the
// teacher, nil to all others.
func (r *recipe) learn(e *extractor, docs []Document, types func(doc, sentence int) []string) (*vocabulary, *params) {
	v := e.count(docs, r.fit.MinCount)
	seqs, lost := e.sequences(v, docs)
	r.logf("%d documents, %d segments, %d features, %d name tokens out of reach\n", len(docs), len(seqs), len(v.hashes), lost)
	guesses := r.jackknife(e, v, docs, seqs)
	e.addEvidence(v, docs, guesses, seqs, types)
	return v, fit(len(v.hashes), v.identity, seqs, r.fit)
}

// jackknife returns what models trained without a document guess of it.
func (r *recipe) jackknife(e *extractor, v *vocabulary, docs []Document, seqs []sequence) [][]guess {
	guesses := make([][]guess, len(docs))
	o := r.fit
	o.Passes, o.Average, o.Log = r.quick, max(1, r.quick/3), nil
	for k := range r.folds {
		var part []sequence
		for _, q := range seqs {
			if docs[q.doc].Fold%r.folds != k {
				part = append(part, q)
			}
		}
		p := fit(len(v.hashes), v.identity, part, o)
		for i := range docs {
			if docs[i].Fold%r.folds == k {
				guesses[i] = e.firstPass(v, p, &docs[i])
			}
		}
		r.logf("jackknife %d of %d done\n", k+1, r.folds)
	}
	return guesses
}

// relabel trains a teacher on gold that knows what silver labels say where
// gold has them, and labels the rest of silver with it.
func (r *recipe) relabel(e *extractor, gold []Document, s *silver) {
	v, p := r.learn(e, gold, func(doc, sentence int) []string {
		return s.shared[strings.Join(gold[doc].Sentences[sentence].Words, " ")]
	})
	for i := range s.docs {
		d := &s.docs[i]
		labels := e.secondPass(v, p, d, e.firstPass(v, p, d), s.labels[i])
		for j := range d.Sentences {
			d.Sentences[j].Labels = labels[j]
		}
		d.Weight, d.Fold = r.silver, len(gold)+i
	}
}
