<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
  <context>
    <name>gridr</name>
    <message>
      <source>Parameters</source>
      <translation>Paramètres</translation>
    </message>
    <message>
      <source>&lt;p&gt;&lt;b&gt;{label}&lt;/b&gt; ({name}): {help}&lt;/p&gt;</source>
      <translation>&lt;p&gt;&lt;b&gt;{label}&lt;/b&gt; ({name}) : {help}&lt;/p&gt;</translation>
    </message>
    <message>
      <source>Cancelled. Older results are as they were.</source>
      <translation>Annulé. Les anciens résultats sont inchangés.</translation>
    </message>
    <message>
      <source>Build mask</source>
      <translation>Construire un masque</translation>
    </message>
    <message>
      <source>Makes a mask of polygons and a raster mask, at any resolution.</source>
      <translation>Crée un masque à partir de polygones et d'un masque raster, à toute résolution.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Makes one &lt;b&gt;mask&lt;/b&gt; of polygons and of a raster mask: 1 where all of them say valid, 0 elsewhere. &lt;i&gt;Resample raster through a grid&lt;/i&gt; takes it as a source mask or as a grid mask; so do other programs. Use it to see a mask before you resample with it, to use it many times, or where the masks are of different resolutions.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Réunit des polygones et un masque raster en un seul &lt;b&gt;masque&lt;/b&gt; : 1 là où tous indiquent un pixel valide, 0 ailleurs. &lt;i&gt;Rééchantillonner un raster par une grille&lt;/i&gt; l'accepte comme masque de la source ou comme masque de la grille ; d'autres logiciels aussi. Utile pour voir un masque avant de rééchantillonner, pour s'en servir plusieurs fois, ou lorsque les masques sont de résolutions différentes.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The &lt;b&gt;template&lt;/b&gt; gives the mask its size and its place on the map. At resolution 1 the mask has the template's pixels. At resolution R the template's pixels are nodes, R pixels of the mask apart, as in a grid: n rows of nodes give (n - 1) x R + 1 rows.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Le &lt;b&gt;raster de référence&lt;/b&gt; donne au masque sa taille et son géoréférencement. À la résolution 1, le masque a les mêmes pixels. À la résolution R, les pixels du raster de référence sont des nœuds, distants de R pixels du masque, comme dans une grille : n lignes de nœuds donnent (n - 1) × R + 1 lignes.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;h3&gt;Valid and invalid pixels&lt;/h3&gt;</source>
      <translation>&lt;h3&gt;Pixels valides et invalides&lt;/h3&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;A pixel of the mask is valid if its centre is inside a valid polygon (if there is such a layer), in no invalid polygon, and all nodes of the raster mask that surround it are valid; a pixel on a node needs that node only. A node that weighs up to a thousandth in the pixel does not matter. A centre on the contour of a polygon is inside.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Un pixel du masque est valide si son centre est à l'intérieur d'un polygone valide (si une telle couche est donnée), n'est dans aucun polygone invalide, et si tous les nœuds du masque raster qui l'entourent sont valides ; un pixel situé sur un nœud ne dépend que de ce nœud. Un nœud dont le poids dans le pixel ne dépasse pas un millième ne compte pas. Un centre situé sur le contour d'un polygone est à l'intérieur.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;A raster mask is compared with &lt;i&gt;Raster mask: value that means valid&lt;/i&gt; only; its own nodata value plays no part.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Un masque raster n'est comparé qu'à &lt;i&gt;Masque raster : valeur des pixels valides&lt;/i&gt; ; sa propre valeur nodata ne joue aucun rôle.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;h3&gt;Limits&lt;/h3&gt;</source>
      <translation>&lt;h3&gt;Limites&lt;/h3&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The output is a GeoTIFF of one band of one bit. It may be of any size; it does not depend on memory or threads.&lt;/p&gt;</source>
      <translation>&lt;p&gt;La sortie est un GeoTIFF d'une bande d'un bit. Sa taille est quelconque ; le résultat ne dépend ni de la mémoire ni du nombre de threads.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>Masks</source>
      <translation>Masques</translation>
    </message>
    <message>
      <source>validity mask,valid,invalid,polygon,rasterize,burn,clip,crop,nodata,grid,resolution,cloud mask,CNES</source>
      <translation>masque de validité,valide,invalide,polygone,rastériser,découper,découpage,nodata,grille,résolution,masque de nuages,validity mask,valid,invalid,polygon,rasterize,burn,clip,crop,grid,resolution,cloud mask,CNES</translation>
    </message>
    <message>
      <source>Template raster</source>
      <translation>Raster de référence</translation>
    </message>
    <message>
      <source>Raster that gives the mask its size and its place on the map; its values do not matter. Not set: the raster mask.</source>
      <translation>Raster qui donne au masque sa taille et son géoréférencement ; ses valeurs n'importent pas. Non renseigné : le masque raster.</translation>
    </message>
    <message>
      <source>Raster mask</source>
      <translation>Masque raster</translation>
    </message>
    <message>
      <source>Raster of as many rows and columns as the template, that says which of its pixels are valid. Not set: all.</source>
      <translation>Raster d'autant de lignes et de colonnes que le raster de référence, qui indique lesquels de ses pixels sont valides. Non renseigné : tous.</translation>
    </message>
    <message>
      <source>Mask</source>
      <translation>Masque</translation>
    </message>
    <message>
      <source>GeoTIFF with one band of one bit: 1 for valid pixels, 0 for others.</source>
      <translation>GeoTIFF d'une bande d'un bit : 1 pour les pixels valides, 0 pour les autres.</translation>
    </message>
    <message>
      <source>map: on the map, in the layer's own coordinate system, which is taken to the template's; over a template without georeference as QGIS draws the mask (x = column, y = -row of the corners of pixels). pixel: x = column, y = row of the mask, where (0, 0) is the centre of the first pixel.</source>
      <translation>map : sur la carte, dans le système de coordonnées de la couche, converti dans celui du raster de référence ; si ce dernier est sans géoréférencement, comme QGIS dessine le masque (x = colonne, y = -ligne des coins des pixels). pixel : x = colonne, y = ligne du masque, où (0, 0) est le centre du premier pixel.</translation>
    </message>
    <message>
      <source>Resolution in rows [pixels of the mask]</source>
      <translation>Résolution en lignes [pixels du masque]</translation>
    </message>
    <message>
      <source>Rows of the mask from one row of the template to the next.</source>
      <translation>Lignes du masque d'une ligne du raster de référence à la suivante.</translation>
    </message>
    <message>
      <source>Resolution in columns [pixels of the mask]</source>
      <translation>Résolution en colonnes [pixels du masque]</translation>
    </message>
    <message>
      <source>Columns of the mask from one column of the template to the next.</source>
      <translation>Colonnes du masque d'une colonne du raster de référence à la suivante.</translation>
    </message>
    <message>
      <source>TEMPLATE and MASK are both empty, so nothing gives the mask its size. Give a raster of that size as the template, or a raster mask.</source>
      <translation>TEMPLATE et MASK sont tous deux vides : rien ne donne sa taille au masque. Donner comme raster de référence un raster de cette taille, ou un masque raster.</translation>
    </message>
    <message>
      <source>{source} mask</source>
      <translation>{source} (masque)</translation>
    </message>
    <message>
      <source>Check environment</source>
      <translation>Vérifier l'environnement</translation>
    </message>
    <message>
      <source>Tells versions, memory and cache, and tests every interpolation.</source>
      <translation>Indique les versions, la mémoire et le cache, et teste chaque interpolation.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Tells what GridR finds here: versions of QGIS, Python and all libraries, memory and processors, and the folder of compiled kernels. Then it tests every interpolation on a small raster with known values, in memory and on files.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Indique ce que GridR trouve ici : versions de QGIS, de Python et de toutes les bibliothèques, mémoire et processeurs, dossier des noyaux compilés. Teste ensuite chaque interpolation sur un petit raster de valeurs connues, en mémoire et sur des fichiers.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The text is made to be pasted into a bug report. It runs, too, where libraries are missing, and says how to install them.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Le texte est fait pour être collé dans un rapport d'anomalie. L'algorithme fonctionne aussi là où des bibliothèques manquent, et indique comment les installer.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;h3&gt;Compiled kernels&lt;/h3&gt;</source>
      <translation>&lt;h3&gt;Noyaux compilés&lt;/h3&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Runs begin at once: NumPy computes, with the same results as the faster compiled kernels, which take over when they are loaded. The first long run of an interpolation with a type of data has them compiled beside it, some 10 to 20 seconds; they are kept on disk for later. &lt;i&gt;Compile now&lt;/i&gt; does that for every interpolation and the usual types of data, which takes some minutes and can be cancelled: what is compiled by then stays. If results look wrong after an update of the system, clear that cache once. Its folder, and who computes, are set in the Processing options, under &lt;i&gt;Providers&lt;/i&gt;.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les exécutions commencent tout de suite : NumPy calcule, avec les mêmes résultats que les noyaux compilés, plus rapides, qui prennent le relais dès qu'ils sont chargés. La première exécution longue d'une interpolation avec un type de données les fait compiler en parallèle, en 10 à 20 secondes environ ; ils sont conservés sur le disque pour la suite. &lt;i&gt;Compiler maintenant&lt;/i&gt; le fait pour toutes les interpolations et les types de données usuels, ce qui prend quelques minutes et peut être annulé : ce qui est compilé jusque-là reste. Si des résultats paraissent faux après une mise à jour du système, vider ce cache une fois. Son dossier et le moteur de calcul se règlent dans les options de Traitement, sous &lt;i&gt;Fournisseurs de services&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The test takes about two seconds. Compiled kernels are tested where they are compiled.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Le test prend environ deux secondes. Les noyaux compilés sont testés là où ils sont compilés.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>Tools</source>
      <translation>Outils</translation>
    </message>
    <message>
      <source>environment,check,version,library,dependency,numba,rasterio,install,bug,report,test,diagnose,cache,clear,kernel,compile,GridR</source>
      <translation>environnement,vérifier,diagnostic,version,bibliothèque,dépendance,installer,anomalie,bogue,rapport,vider,noyau,compiler,environment,check,library,dependency,numba,rasterio,install,bug,report,test,diagnose,cache,clear,kernel,compile,GridR</translation>
    </message>
    <message>
      <source>Clear the cache of compiled kernels first</source>
      <translation>Vider d'abord le cache des noyaux compilés</translation>
    </message>
    <message>
      <source>Removes all kernels that are kept on disk; what the next runs need is compiled anew, once.</source>
      <translation>Supprime tous les noyaux conservés sur le disque ; ce dont les prochaines exécutions ont besoin est compilé à nouveau, une fois.</translation>
    </message>
    <message>
      <source>Compile now what most runs use</source>
      <translation>Compiler maintenant les noyaux les plus courants</translation>
    </message>
    <message>
      <source>Every interpolation for 8-bit and 16-bit integers and 32-bit floats, as far as it is not compiled yet.</source>
      <translation>Toutes les interpolations pour les entiers de 8 et 16 bits et les flottants de 32 bits, si elles ne sont pas encore compilées.</translation>
    </message>
    <message>
      <source>Report on the environment</source>
      <translation>Rapport sur l'environnement</translation>
    </message>
    <message>
      <source>HTML page with the text, whose lines are in the log, too. Without it the text is a result.</source>
      <translation>Page HTML avec le texte, dont les lignes sont aussi dans le journal. Sans elle, le texte est un résultat.</translation>
    </message>
    <message>
      <source>Text for a bug report</source>
      <translation>Texte pour un rapport d'anomalie</translation>
    </message>
    <message>
      <source>Whether all is well</source>
      <translation>Indique si tout va bien</translation>
    </message>
    <message>
      <source>Libraries: FAILED. {fault}</source>
      <translation>Bibliothèques : ÉCHEC. {fault}</translation>
    </message>
    <message>
      <source>All is well.</source>
      <translation>Tout va bien.</translation>
    </message>
    <message>
      <source>Not all is well: see FAILED.</source>
      <translation>Au moins un problème : voir ÉCHEC.</translation>
    </message>
    <message>
      <source>GridR for QGIS {version}</source>
      <translation>GridR pour QGIS {version}</translation>
    </message>
    <message>
      <source>QGIS {qgis} with Qt {qt}</source>
      <translation>QGIS {qgis} avec Qt {qt}</translation>
    </message>
    <message>
      <source>GDAL of QGIS {version}</source>
      <translation>GDAL de QGIS {version}</translation>
    </message>
    <message>
      <source>Python {version} on {system}</source>
      <translation>Python {version} sur {system}</translation>
    </message>
    <message>
      <source>unknown memory</source>
      <translation>mémoire inconnue</translation>
    </message>
    <message>
      <source>{memory} MiB of memory</source>
      <translation>{memory} Mio de mémoire</translation>
    </message>
    <message>
      <source>Machine: {count} processor(s), {size}</source>
      <translation>Machine : {count} processeur(s), {size}</translation>
    </message>
    <message>
      <source>Cache of compiled kernels: cleared</source>
      <translation>Cache des noyaux compilés : vidé</translation>
    </message>
    <message>
      <source>Compiled kernels: {size:.1f} MiB in {folder}</source>
      <translation>Noyaux compilés : {size:.1f} Mio dans {folder}</translation>
    </message>
    <message>
      <source>Compiled kernels: FAILED. They cannot be kept, so that NumPy computes, which is slower: the cache folder cannot be written, or its disk is full. Choose another folder in the Processing options, under Providers, GridR.</source>
      <translation>Noyaux compilés : ÉCHEC. Ils ne peuvent pas être conservés, si bien que NumPy calcule, plus lentement : le dossier du cache n'est pas accessible en écriture, ou son disque est plein. Choisir un autre dossier dans les options de Traitement, sous Fournisseurs de services, GridR.</translation>
    </message>
    <message>
      <source>GDAL of rasterio {version}</source>
      <translation>GDAL de rasterio {version}</translation>
    </message>
    <message>
      <source>Defaults of a run: {threads} thread(s), {limit} MiB</source>
      <translation>Valeurs par défaut d'une exécution : {threads} thread(s), {limit} Mio</translation>
    </message>
    <message>
      <source>NumPy, and numba when its compiled kernels are loaded</source>
      <translation>NumPy, puis numba dès que ses noyaux compilés sont chargés</translation>
    </message>
    <message>
      <source>NumPy only, as chosen</source>
      <translation>NumPy seul, selon les réglages</translation>
    </message>
    <message>
      <source>numba only, as chosen: runs wait until it has compiled</source>
      <translation>numba seul, selon les réglages : les exécutions attendent qu'il ait compilé</translation>
    </message>
    <message>
      <source>Kernels: {who}</source>
      <translation>Noyaux : {who}</translation>
    </message>
    <message>
      <source>Compile now: nothing to do without numba</source>
      <translation>Compiler maintenant : rien à faire sans numba</translation>
    </message>
    <message>
      <source>Compile now: done</source>
      <translation>Compiler maintenant : fait</translation>
    </message>
    <message>
      <source>Compile now: FAILED. The process that compiles did not come to its end, or could not be started. NumPy computes meanwhile; runs are slower.</source>
      <translation>Compiler maintenant : ÉCHEC. Le processus qui compile n'est pas arrivé à son terme, ou n'a pas pu démarrer. NumPy calcule en attendant ; les exécutions sont plus lentes.</translation>
    </message>
    <message>
      <source>Test of {name}: FAILED. {fault}</source>
      <translation>Test de {name} : ÉCHEC. {fault}</translation>
    </message>
    <message>
      <source>Test of {name}: not compiled yet</source>
      <translation>Test de {name} : pas encore compilé</translation>
    </message>
    <message>
      <source>Test of {name}: passed ({seconds:.1f} s)</source>
      <translation>Test de {name} : réussi ({seconds:.1f} s)</translation>
    </message>
    <message>
      <source>Convert a grid</source>
      <translation>Convertir une grille</translation>
    </message>
    <message>
      <source>Converts grids for OTB and from OTB, and to other resolutions.</source>
      <translation>Convertit des grilles pour l'OTB et de l'OTB, et vers d'autres résolutions.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Converts a &lt;b&gt;grid&lt;/b&gt;: from what another program makes to what &lt;i&gt;Resample raster through a grid&lt;/i&gt; reads, from that to what another program reads, or to another resolution. What a node stands for stays the same: a position in the source.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Convertit une &lt;b&gt;grille&lt;/b&gt; : de ce que produit un autre logiciel vers ce que lit &lt;i&gt;Rééchantillonner un raster par une grille&lt;/i&gt;, dans l'autre sens, ou vers une autre résolution. Ce que désigne un nœud reste le même : une position dans la source.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;A &lt;b&gt;finer&lt;/b&gt; resolution interpolates between nodes as resampling does, so that no pixel changes. A &lt;b&gt;coarser&lt;/b&gt; one must be a multiple: it keeps every k-th node, and both ends; the largest error at the nodes that are dropped is told. If neither convention nor resolution changes, the output is a copy.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Une résolution plus &lt;b&gt;fine&lt;/b&gt; interpole entre les nœuds comme le fait le rééchantillonnage : aucun pixel ne change. Une plus &lt;b&gt;grossière&lt;/b&gt; doit être un multiple : elle garde un nœud sur k, et les deux extrémités ; la plus grande erreur aux nœuds supprimés est indiquée. Si ni la convention ni la résolution ne changent, la sortie est une copie.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Place on the map and coordinate system stay, and tags tell resampling the resolution and the size of the output. Nodes without a position are NaN.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Le géoréférencement et le système de coordonnées sont conservés, et des métadonnées indiquent au rééchantillonnage la résolution et la taille de la sortie. Les nœuds sans position sont NaN.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;h3&gt;OTB&lt;/h3&gt;</source>
      <translation>&lt;h3&gt;OTB&lt;/h3&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Grids &lt;b&gt;for OTB&lt;/b&gt; are in pixels, as map coordinates lose digits in OTB's 32 bits; they have no place on the map, and neither has what OTB makes. The result &lt;i&gt;Command&lt;/i&gt;, which the log shows too, is the line for &lt;code&gt;otbcli_GridBasedImageResampling&lt;/code&gt;: it reads the source without its place on the map. Its &lt;code&gt;bco&lt;/code&gt; is our cubic, &lt;code&gt;linear&lt;/code&gt; our linear; pixels are equal to 0.0004.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les grilles &lt;b&gt;pour l'OTB&lt;/b&gt; sont en pixels, car des coordonnées de carte perdent des chiffres dans les 32 bits de l'OTB ; elles n'ont pas de géoréférencement, et ce qu'en fait l'OTB non plus. Le résultat &lt;i&gt;Commande&lt;/i&gt;, que montre aussi le journal, est la ligne pour &lt;code&gt;otbcli_GridBasedImageResampling&lt;/code&gt; : elle lit la source sans son géoréférencement. Son &lt;code&gt;bco&lt;/code&gt; est notre cubic, &lt;code&gt;linear&lt;/code&gt; notre linear ; les pixels sont égaux à 0,0004 près.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Grids &lt;b&gt;from OTB&lt;/b&gt; may be in pixels or in coordinates of the map. Output pixel (0, 0) is the first node. Those of the stereo rectification need nothing but &lt;i&gt;From: otb_def&lt;/i&gt;.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les grilles &lt;b&gt;de l'OTB&lt;/b&gt; peuvent être en pixels ou en coordonnées de la carte. Le pixel de sortie (0, 0) est le premier nœud. Celles de la rectification stéréo ne demandent que &lt;i&gt;De : otb_def&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Grids of OTB must lie upright. OTB knows no nodata: what it makes around nodes without a position is no result.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les grilles de l'OTB ne doivent pas être tournées. L'OTB ne connaît pas de valeur nodata : ce qu'il produit autour de nœuds sans position n'est pas un résultat.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>Grids</source>
      <translation>Grilles</translation>
    </message>
    <message>
      <source>grid,convert,conversion,OTB,Orfeo,CNES,displacement field,deformation field,location grid,localisation grid,localization,stereo,epipolar,resolution,spacing,convention,half pixel,warp,registration,coregistration</source>
      <translation>grille,convertir,conversion,champ de déplacement,champ de déformation,grille de localisation,grille de déformation,stéréo,épipolaire,résolution,espacement,pas,convention,demi-pixel,recalage,co-recalage,grid,convert,OTB,Orfeo,CNES,displacement field,deformation field,location grid,localisation grid,localization,stereo,epipolar,resolution,spacing,half pixel,warp,registration,coregistration</translation>
    </message>
    <message>
      <source>Grid raster</source>
      <translation>Raster de grille</translation>
    </message>
    <message>
      <source>Raster of nodes with two bands: rows and columns, or for grids of OTB x and y, counted as From says.</source>
      <translation>Raster de nœuds à deux bandes : lignes et colonnes, ou x et y pour les grilles de l'OTB, comptés comme l'indique De.</translation>
    </message>
    <message>
      <source>Converted grid</source>
      <translation>Grille convertie</translation>
    </message>
    <message>
      <source>GeoTIFF with two bands of Float64: rows and columns; for OTB, x and y.</source>
      <translation>GeoTIFF à deux bandes Float64 : lignes et colonnes ; pour l'OTB, x et y.</translation>
    </message>
    <message>
      <source>{source} as {convention}</source>
      <translation>{source} ({convention})</translation>
    </message>
    <message>
      <source>Grid from geolocation arrays</source>
      <translation>Grille d'après tableaux de géolocalisation</translation>
    </message>
    <message>
      <source>Makes the grid that brings a swath to a map, by the place of each pixel.</source>
      <translation>Calcule la grille qui projette une fauchée sur une carte, d'après les coordonnées de chaque pixel.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Makes the &lt;b&gt;grid&lt;/b&gt; with which &lt;i&gt;Resample raster through a grid&lt;/i&gt; brings a swath to a map. Its pixels have their places in two &lt;b&gt;geolocation arrays&lt;/b&gt; of longitude and latitude, as in most netCDF and HDF files of satellites (MODIS, VIIRS, Sentinel-3). The source's tags name them, or they are given here.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Calcule la &lt;b&gt;grille&lt;/b&gt; avec laquelle &lt;i&gt;Rééchantillonner un raster par une grille&lt;/i&gt; projette une fauchée sur une carte. Les coordonnées de ses pixels sont dans deux &lt;b&gt;tableaux de géolocalisation&lt;/b&gt;, longitudes et latitudes, comme dans la plupart des fichiers netCDF et HDF de satellites (MODIS, VIIRS, Sentinel-3). Les métadonnées de la source les indiquent, ou bien ils sont donnés ici.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Instead, a &lt;b&gt;GLT&lt;/b&gt; may say for each pixel of a map which one of the source belongs there, as EMIT's does. Its target is the GLT's own raster, and the output has exactly the source's values whatever the interpolation, but not through B-splines.&lt;/p&gt;</source>
      <translation>&lt;p&gt;À leur place, une &lt;b&gt;GLT&lt;/b&gt; peut dire pour chaque pixel d'une carte quel pixel de la source lui correspond, comme celle d'EMIT. Sa cible est le raster de la GLT lui-même, et la sortie a exactement les valeurs de la source quelle que soit l'interpolation, sauf par B-splines.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The &lt;b&gt;target&lt;/b&gt; is a template raster, or a coordinate system with an extent and a pixel size. Not set, it holds all places, in square pixels as large as those of the source are in median.&lt;/p&gt;</source>
      <translation>&lt;p&gt;La &lt;b&gt;cible&lt;/b&gt; est un raster de référence, ou un système de coordonnées avec une emprise et une taille de pixel. Non renseignée, elle couvre tous les pixels géolocalisés, en pixels carrés de la taille médiane de ceux de la source.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;h3&gt;How exact it is&lt;/h3&gt;</source>
      <translation>&lt;h3&gt;Exactitude&lt;/h3&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Between the places of four neighbours positions are bilinear, and every target pixel within has one: there are no holes, neither where scans overlap (&lt;b&gt;bow-tie&lt;/b&gt;) nor at the antimeridian. Of scans that overlap the one counts in whose middle a place lies. Around the outermost pixel centres half a cell goes straight on.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Entre quatre pixels voisins, les positions sont interpolées de façon bilinéaire, et chaque pixel de la cible qui s'y trouve en a une : il n'y a pas de trous, ni là où des balayages se recouvrent (&lt;b&gt;nœud papillon&lt;/b&gt;, bow-tie), ni à l'antiméridien. Parmi des balayages qui se recouvrent, l'emporte celui dont le milieu est le plus proche. Autour des centres des pixels du bord, une demi-maille est extrapolée linéairement.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Where places end or jump the automatic resolution is 1: each target pixel becomes a node. Nodes without a position are nodata (NaN), and 0 in the mask.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Là où les coordonnées s'arrêtent ou sautent, la résolution automatique est 1 : chaque pixel de la cible devient un nœud. Les nœuds sans position sont nodata (NaN), et 0 dans le masque.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Use &lt;i&gt;nearest&lt;/i&gt; where scans overlap: other interpolations mix two scans at their edges. Pixels beside fill values have no half cell around them. In longitudes and latitudes the cell that holds a pole is left out; take a polar system there. A map that ends at the antimeridian, such as EPSG:3857, loses the cells that lie over its end. The arrays are held in memory: some 30 bytes for each of their pixels.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Prendre &lt;i&gt;nearest&lt;/i&gt; là où des balayages se recouvrent : les autres interpolations mêlent deux balayages à leurs bords. Les pixels à côté de valeurs de remplissage n'ont pas de demi-maille autour d'eux. En longitudes et latitudes, la maille qui contient un pôle est omise ; prendre un système polaire dans ce cas. Une carte qui s'arrête à l'antiméridien, comme EPSG:3857, perd les mailles à cheval sur son bord. Les tableaux sont gardés en mémoire : environ 30 octets pour chacun de leurs pixels.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>grid,make,swath,geolocation,geolocation array,longitude,latitude,array,netCDF,HDF,MODIS,VIIRS,Sentinel-3,EMIT,GLT,geographic lookup table,bow-tie,scan,orbit,georeference,georeferencing,reproject,reprojection,warp,location grid,CNES</source>
      <translation>grille,créer,fauchée,géolocalisation,tableau de géolocalisation,longitude,latitude,tableau,nœud papillon,balayage,table de correspondance,orbite,géoréférencer,géoréférencement,reprojeter,reprojection,grille de localisation,grid,make,swath,geolocation,geolocation array,array,netCDF,HDF,MODIS,VIIRS,Sentinel-3,EMIT,GLT,geographic lookup table,bow-tie,scan,orbit,georeference,georeferencing,reproject,warp,location grid,CNES</translation>
    </message>
    <message>
      <source>Source raster</source>
      <translation>Raster source</translation>
    </message>
    <message>
      <source>Raster as the sensor saw it; its values do not matter.</source>
      <translation>Raster tel que le capteur l'a vu ; ses valeurs n'importent pas.</translation>
    </message>
    <message>
      <source>Grid from control points</source>
      <translation>Grille d'après points d'appui</translation>
    </message>
    <message>
      <source>Makes the grid that brings a scan to the map by control points.</source>
      <translation>Calcule la grille qui recale une image sur la carte par des points d'appui.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Makes the &lt;b&gt;grid&lt;/b&gt; with which &lt;i&gt;Resample raster through a grid&lt;/i&gt; brings a scan or an image to the map, from &lt;b&gt;control points&lt;/b&gt; in a file: what QGIS's Georeferencer saves (.points), or a table of rows, columns, x and y.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Calcule la &lt;b&gt;grille&lt;/b&gt; avec laquelle &lt;i&gt;Rééchantillonner un raster par une grille&lt;/i&gt; recale sur la carte une carte numérisée ou une image, d'après des &lt;b&gt;points d'appui&lt;/b&gt; dans un fichier : ce qu'enregistre le Géoréférenceur de QGIS (.points), ou une table de lignes, colonnes, x et y.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Points go to the target's coordinate system first and are fitted there. All seven fits are those of the Georeferencer, to 0.00001 pixel (thin plates: with GDAL before 3.8; newer ones differ between the points); the linear one also mirrors. The &lt;b&gt;target&lt;/b&gt; is a template raster, or a coordinate system with an extent and a pixel size; what is not set is suggested.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les points passent d'abord dans le système de coordonnées de la cible, où ils sont ajustés. Les sept ajustements sont ceux du Géoréférenceur, à 0,00001 pixel près (plaques minces : avec GDAL avant 3.8 ; les plus récents diffèrent entre les points) ; le linéaire sait aussi retourner l'image. La &lt;b&gt;cible&lt;/b&gt; est un raster de référence, ou un système de coordonnées avec une emprise et une taille de pixel ; ce qui n'est pas renseigné est proposé.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;h3&gt;How well points fit&lt;/h3&gt;</source>
      <translation>&lt;h3&gt;Qualité de l'ajustement&lt;/h3&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;&lt;b&gt;Residuals&lt;/b&gt; are in source pixels. Where a fit has many coefficients, or goes through all points as thin plates do, they say little: look at the &lt;b&gt;left-out&lt;/b&gt; ones, where each point is compared with a fit of all others. A point whose left-out residual is above 3 robust standard deviations (1.4826 x MAD) is suspect. Points count from 1 in the order of the file, disabled ones as well.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les &lt;b&gt;résidus&lt;/b&gt; sont en pixels de la source. Quand un ajustement a beaucoup de coefficients, ou passe par tous les points comme les plaques minces, ils sont peu parlants : regarder les résidus &lt;b&gt;sans le point&lt;/b&gt;, où chaque point est comparé à un ajustement de tous les autres. Un point dont ce résidu dépasse 3 écarts types robustes (1,4826 x MAD) est suspect. Les points comptent à partir de 1 dans l'ordre du fichier, y compris ceux qui sont désactivés.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;A wrong point makes good ones near it suspect: mend the worst and look again. Of good points two in a hundred are suspect by chance, and of thin plates many at the edge, where the others must reach far to foretell them.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Un point erroné rend suspects de bons points voisins : corriger le pire et regarder à nouveau. Parmi de bons points, deux sur cent sont suspects par hasard et, avec des plaques minces, beaucoup au bord, où les autres doivent extrapoler loin pour les prédire.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Nothing is dropped silently: the log, the table and the report name disabled and suspect points, repeated ones, and those far outside of the source. No point is rejected by itself: disable it in the file.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Rien n'est écarté en silence : le journal, la table et le rapport nomment les points désactivés et suspects, les points répétés, et ceux qui sont loin en dehors de la source. Aucun point n'est rejeté automatiquement : le désactiver dans le fichier.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Numbers have a decimal point; columns stand between commas, semicolons or tabs. Two enabled points at one place of the map but at different pixels are refused. Thin plates take at most 5000 points; linear, helmert and projective fits have left-out residuals of up to 500. Control points within the raster itself are for &lt;i&gt;Grid from georeference, control points or RPCs&lt;/i&gt;.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Le séparateur décimal est le point ; les colonnes sont séparées par des virgules, des points-virgules ou des tabulations. Deux points activés au même endroit de la carte mais à des pixels différents sont refusés. Les plaques minces acceptent au plus 5000 points ; les ajustements linear, helmert et projective ont des résidus sans le point jusqu'à 500. Les points d'appui contenus dans le raster lui-même relèvent de &lt;i&gt;Grille d'après géoréférencement, points d'appui ou RPC&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>grid,make,georeference,georeferencing,georeferencer,ground control points,GCP,tie points,match,points,scan,map,rectify,rectification,register,registration,coregister,coregistration,co-registration,deformation,warp,polynomial,Helmert,projective,thin plate spline,rubber sheet,residuals,CNES</source>
      <translation>grille,créer,géoréférencer,géoréférencement,géoréférenceur,points d'appui,points de calage,points de contrôle,points d'amer,points homologues,appariement,numérisation,carte,rectifier,redresser,redressement,recaler,recalage,co-recalage,corecalage,déformation,polynôme,plaques minces,résidus,grid,make,georeference,georeferencing,georeferencer,ground control points,GCP,tie points,match,points,scan,map,rectify,rectification,register,registration,coregister,coregistration,co-registration,deformation,warp,polynomial,Helmert,projective,thin plate spline,rubber sheet,residuals,CNES</translation>
    </message>
    <message>
      <source>Raster that the points lie in; its values do not matter.</source>
      <translation>Raster dans lequel se trouvent les points ; ses valeurs n'importent pas.</translation>
    </message>
    <message>
      <source>{source} residuals</source>
      <translation>{source} (résidus)</translation>
    </message>
    <message>
      <source>Grid from georeference, control points or RPCs</source>
      <translation>Grille d'après géoréférencement, points d'appui ou RPC</translation>
    </message>
    <message>
      <source>Makes the grid that brings a raster to a map or onto another raster.</source>
      <translation>Calcule la grille qui projette un raster sur une carte ou le superpose à un autre raster.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Makes the &lt;b&gt;grid&lt;/b&gt; with which &lt;i&gt;Resample raster through a grid&lt;/i&gt; brings a raster to a coordinate system, or onto the pixels of another raster. The source lies on the map by its geotransform, by control points, or by rational polynomials (RPCs) as satellite images have them; with a DEM these make an orthoimage.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Calcule la &lt;b&gt;grille&lt;/b&gt; avec laquelle &lt;i&gt;Rééchantillonner un raster par une grille&lt;/i&gt; projette un raster dans un système de coordonnées, ou le superpose aux pixels d'un autre raster. La source est géoréférencée par sa géotransformation, par des points d'appui, ou par un modèle RPC (fractions rationnelles), comme en ont les images satellite ; avec un MNT, celui-ci donne une orthoimage.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The &lt;b&gt;target&lt;/b&gt; is a template raster, or a coordinate system with an extent and a pixel size. What of these is not set is taken as gdalwarp takes it, to the last digit. The grid covers the target exactly: its tags tell the resampling the resolution and the size of the output.&lt;/p&gt;</source>
      <translation>&lt;p&gt;La &lt;b&gt;cible&lt;/b&gt; est un raster de référence, ou un système de coordonnées avec une emprise et une taille de pixel. Ce qui n'en est pas renseigné est pris comme gdalwarp le prend, au dernier chiffre près. La grille couvre exactement la cible : ses métadonnées disent au rééchantillonnage la résolution et la taille de la sortie.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Nodes have the exact position. Between them it is interpolated, so the &lt;b&gt;resolution&lt;/b&gt; is chosen: the coarsest one where no position is off by more than the tolerance, which is checked all over the target. Where positions end (a horizon, the border of a DEM) each pixel becomes a node, and none is lost. &lt;i&gt;Largest error between nodes&lt;/i&gt; tells what was found.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les nœuds ont la position exacte. Entre eux, elle est interpolée ; la &lt;b&gt;résolution&lt;/b&gt; est donc choisie : la plus grossière où aucune position ne s'écarte de plus que la tolérance, ce qui est vérifié sur toute la cible. Là où les positions s'arrêtent (un horizon, le bord d'un MNT), chaque pixel devient un nœud, et aucun n'est perdu. &lt;i&gt;Plus grande erreur entre les nœuds&lt;/i&gt; dit ce qui a été trouvé.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Nodes that have no position are nodata (NaN), and 0 in the mask. Positions outside the source are kept, as borders need them.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les nœuds sans position sont nodata (NaN), et 0 dans le masque. Les positions hors de la source sont gardées, car les bords en ont besoin.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Control points are fitted in their own coordinate system, as gdalwarp does. Heights are above the ellipsoid: look at &lt;i&gt;DEM: heights count from&lt;/i&gt;. A grid over rough ground has about as many nodes as the target has pixels.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les points d'appui sont ajustés dans leur propre système de coordonnées, comme le fait gdalwarp. Les altitudes sont au-dessus de l'ellipsoïde : voir &lt;i&gt;MNT : origine des altitudes&lt;/i&gt;. Une grille sur un relief accidenté a à peu près autant de nœuds que la cible a de pixels.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>grid,make,reproject,reprojection,projection,warp,orthorectify,orthorectification,orthoimage,rational polynomial,RPC,DEM,DTM,DSM,elevation,terrain,ground control points,GCP,georeference,georeferencing,geolocation,register,registration,location grid,coordinate system,template,CNES,Pleiades,SPOT</source>
      <translation>grille,créer,reprojeter,reprojection,projection,orthorectifier,orthorectification,orthophoto,fractions rationnelles,polynômes rationnels,MNT,MNS,MNE,altitude,relief,terrain,points d'appui,points de contrôle,géoréférencer,géoréférencement,géolocalisation,recaler,recalage,grille de localisation,système de coordonnées,modèle,Pléiades,grid,make,reproject,warp,orthorectify,orthoimage,rational polynomial,RPC,DEM,DTM,DSM,elevation,ground control points,GCP,georeference,georeferencing,geolocation,register,registration,location grid,coordinate system,template,CNES,Pleiades,SPOT</translation>
    </message>
    <message>
      <source>Raster that lies on the map by a geotransform, control points or RPCs; its values do not matter.</source>
      <translation>Raster géoréférencé par une géotransformation, des points d'appui ou des RPC ; ses valeurs n'importent pas.</translation>
    </message>
    <message>
      <source>Report on a grid</source>
      <translation>Rapport sur une grille</translation>
    </message>
    <message>
      <source>Tells what a grid is like, and what looks like a mistake in it.</source>
      <translation>Décrit une grille et signale ce qui y ressemble à une erreur.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Looks at all nodes of a &lt;b&gt;grid&lt;/b&gt; before it is used, and writes what it finds as a page that any browser shows: a verdict in words, the grid over the source, a map of its scale, tables. Use it for a grid that somebody else made, or when a result is not what you expect.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Examine tous les nœuds d'une &lt;b&gt;grille&lt;/b&gt; avant qu'elle ne serve, et écrit ce qu'il trouve dans une page que tout navigateur affiche : un verdict en toutes lettres, la grille sur la source, une carte de son échelle, des tableaux. Utile pour une grille faite par quelqu'un d'autre, ou lorsqu'un résultat n'est pas ce qui est attendu.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;It tells how many nodes lie in the source, how the grid stretches and turns it, where it is folded, how exact positions between nodes are and which resolution would be enough, and what &lt;i&gt;Resample raster through a grid&lt;/i&gt; would read and need of memory. It judges as the log of that does. Nothing is resampled.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Il indique combien de nœuds sont dans la source, comment la grille l'étire et la tourne, où elle se replie, à quel point les positions entre les nœuds sont exactes et quelle résolution suffirait, et ce que &lt;i&gt;Rééchantillonner un raster par une grille&lt;/i&gt; lirait, et la mémoire nécessaire. Il juge comme le fait le journal de ce dernier. Rien n'est rééchantillonné.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;h3&gt;What the numbers mean&lt;/h3&gt;</source>
      <translation>&lt;h3&gt;Ce que veulent dire les nombres&lt;/h3&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The &lt;b&gt;scale&lt;/b&gt; is how many source pixels lie between two output pixels; it has a largest and a smallest value in each place, in two directions. Where it is above 1.5, fine detail turns into false patterns: choose an anti-alias filter; the map of the scale is striped there. A cell is &lt;b&gt;folded&lt;/b&gt; if it turns against most others, so that parts of the source appear twice.&lt;/p&gt;</source>
      <translation>&lt;p&gt;L'&lt;b&gt;échelle&lt;/b&gt; est le nombre de pixels de la source entre deux pixels de sortie ; elle a en chaque endroit une plus grande et une plus petite valeur, dans deux directions. Là où elle dépasse 1,5, les détails fins se replient en motifs parasites : choisir un filtre anti-repliement ; la carte de l'échelle y est rayée. Une maille est &lt;b&gt;repliée&lt;/b&gt; si elle tourne en sens inverse de la plupart des autres, de sorte que des parties de la source apparaissent deux fois.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The &lt;b&gt;suggested resolution&lt;/b&gt; is the coarsest one, in steps of two, that keeps the tolerance and loses no position. Coarser ones are measured at the nodes that they leave out; this and finer ones are estimated from these.&lt;/p&gt;</source>
      <translation>&lt;p&gt;La &lt;b&gt;résolution proposée&lt;/b&gt; est la plus grossière, par puissances de deux, qui respecte la tolérance et ne perd aucune position. Les plus grossières sont mesurées aux nœuds qu'elles omettent ; celle-ci et les plus fines sont estimées à partir d'elles.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;At most 64 times coarser resolutions are looked at, and the places of the first 1000 folded cells are listed. Of very many tiles of a run some are looked at. Whether the grid is right, nobody can tell by its looks: compare its result with a map.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les résolutions sont examinées jusqu'à 64 fois plus grossières, et les positions des 1000 premières mailles repliées sont listées. Si une exécution a de très nombreuses tuiles, quelques-unes sont examinées. L'aspect d'une grille ne dit pas si elle est juste : comparer son résultat à une carte.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>grid,report,check,diagnosis,quality,scale,rotation,fold,anti-alias,aliasing,resolution,memory,HTML,deformation,location grid,CNES</source>
      <translation>grille,rapport,contrôle,contrôler,vérifier,diagnostic,qualité,échelle,rotation,repli,repliement,résolution,mémoire,déformation,grille de localisation,grid,report,check,diagnosis,quality,scale,fold,anti-alias,aliasing,resolution,memory,HTML,deformation,location grid,CNES</translation>
    </message>
    <message>
      <source>Raster that the grid reads: its size says which nodes lie in it, and the page shows the grid over it.</source>
      <translation>Raster que lit la grille : sa taille dit quels nœuds y sont, et la page montre la grille par-dessus.</translation>
    </message>
    <message>
      <source>Report on the grid</source>
      <translation>Rapport sur la grille</translation>
    </message>
    <message>
      <source>HTML page with all it needs in one file; its name ends in .html.</source>
      <translation>Page HTML avec tout ce qu'il lui faut en un seul fichier ; son nom finit par .html.</translation>
    </message>
    <message>
      <source>Tolerance [source pixels]</source>
      <translation>Tolérance [pixels de la source]</translation>
    </message>
    <message>
      <source>How far positions between nodes may be off with the resolution that is suggested.</source>
      <translation>Écart admis des positions entre les nœuds avec la résolution proposée.</translation>
    </message>
    <message>
      <source>{algorithm} ({id}), GridR for QGIS {version}.</source>
      <translation>{algorithm} ({id}), GridR pour QGIS {version}.</translation>
    </message>
    <message>
      <source>Resample raster through a grid</source>
      <translation>Rééchantillonner un raster par une grille</translation>
    </message>
    <message>
      <source>Reads a raster at the rows and columns that a grid raster holds.</source>
      <translation>Lit un raster aux lignes et colonnes que contient un raster de grille.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Reads a source raster at the places that a &lt;b&gt;grid&lt;/b&gt; names. A grid can hold any geometry: a map projection, an orthorectification, a registration, a sensor model, a lens correction. Use it where you have such a grid, or can make one, and need every pixel at its exact place with one interpolation only. For a change of coordinate system alone, &lt;i&gt;Warp (reproject)&lt;/i&gt; is enough.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Lit un raster source aux endroits que désigne une &lt;b&gt;grille&lt;/b&gt;. Une grille peut contenir toute géométrie : projection cartographique, orthorectification, recalage, modèle de capteur, correction de distorsion. Utile lorsqu'une telle grille existe, ou peut être calculée, et que chaque pixel doit être à sa position exacte après une seule interpolation. Pour un simple changement de système de coordonnées, &lt;i&gt;Projection (warp)&lt;/i&gt; suffit.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Each node of the grid holds a position in the source, counted in pixels: a row and a column, where (0, 0) is the &lt;i&gt;centre&lt;/i&gt; of the first pixel. Nodes are output pixels, &lt;i&gt;resolution&lt;/i&gt; pixels apart; between them the position is interpolated. A grid of n rows of nodes at resolution R gives (n - 1) x R + 1 rows. Place on the map and coordinate system of the output come from the grid; the source needs none.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Chaque nœud de la grille contient une position dans la source, comptée en pixels : une ligne et une colonne, où (0, 0) est le &lt;i&gt;centre&lt;/i&gt; du premier pixel. Les nœuds sont des pixels de la sortie, distants de &lt;i&gt;résolution&lt;/i&gt; pixels ; entre eux, la position est interpolée. Une grille de n lignes de nœuds à la résolution R donne (n - 1) × R + 1 lignes. Le géoréférencement et le système de coordonnées de la sortie sont ceux de la grille ; la source n'a pas besoin d'en avoir.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Source, grid and interpolation are enough. What the advanced parameters leave open (&lt;i&gt;Not set&lt;/i&gt;) comes from the rasters: bands and resolution from the grid's descriptions and tags, nodata and data type from the source.&lt;/p&gt;</source>
      <translation>&lt;p&gt;La source, la grille et l'interpolation suffisent. Ce que les paramètres avancés laissent ouvert (&lt;i&gt;Non renseigné&lt;/i&gt;) vient des rasters : bandes et résolution des descriptions et des métadonnées de la grille, valeur nodata et type de données de la source.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;An output pixel is valid if all nodes and all source pixels that enter it with a non-zero weight are valid and inside the source. Invalid nodes are those that are nodata, not finite, or invalid in the grid mask. Invalid source pixels are those that are not finite, that &lt;i&gt;Source: pixels made invalid by&lt;/i&gt; names (by default nodata in any band), that are invalid in the source mask, outside all polygons of valid pixels or inside one of invalid pixels. With B-splines their close neighbours are invalid, too. With an anti-alias filter all fine pixels of an output pixel's cell must be valid.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Un pixel de sortie est valide si tous les nœuds et tous les pixels de la source qui y entrent avec un poids non nul sont valides et à l'intérieur de la source. Les nœuds invalides sont ceux qui sont nodata, non finis, ou invalides dans le masque de la grille. Les pixels invalides de la source sont ceux qui sont non finis, ceux que désigne &lt;i&gt;Source : pixels rendus invalides par&lt;/i&gt; (par défaut nodata dans une bande quelconque), ceux qui sont invalides dans le masque de la source, hors de tous les polygones de pixels valides ou dans un polygone de pixels invalides. Avec les B-splines, leurs proches voisins sont aussi invalides. Avec un filtre anti-repliement, tous les pixels fins de la cellule d'un pixel de sortie doivent être valides.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Invalid output pixels get the output's nodata value in all bands, and 0 in the validity mask. The mask tells them also where the output has no nodata value, or where a valid value happens to equal it.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les pixels de sortie invalides reçoivent la valeur nodata de la sortie dans toutes les bandes, et 0 dans le masque de validité. Le masque les indique aussi là où la sortie n'a pas de valeur nodata, ou lorsqu'une valeur valide lui est égale par hasard.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Outputs are GeoTIFFs. Sources of complex or 64-bit integer values are refused. Values are resampled raw; scale and offset of the bands go to the output. How the project shows a layer (style, additional nodata values) plays no part. Where the output is coarser than the source, choose a filter with &lt;i&gt;Anti-alias: filter&lt;/i&gt;: without, each output pixel reads its nearest neighbourhood only. Rasters may be of any size; the result does not depend on memory or threads.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les sorties sont des GeoTIFF. Les sources de valeurs complexes ou entières sur 64 bits sont refusées. Les valeurs sont rééchantillonnées brutes ; l'échelle et le décalage des bandes passent à la sortie. La façon dont le projet affiche une couche (style, valeurs nodata supplémentaires) ne joue aucun rôle. Si la sortie est plus grossière que la source, choisir un filtre avec &lt;i&gt;Anti-repliement : filtre&lt;/i&gt; : sans filtre, chaque pixel de sortie ne lit que son voisinage le plus proche. Les rasters peuvent être de toute taille ; le résultat ne dépend ni de la mémoire ni du nombre de threads.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>Resampling</source>
      <translation>Rééchantillonnage</translation>
    </message>
    <message>
      <source>grid,resample,resampling,warp,reproject,reprojection,rectify,rectification,orthorectify,orthorectification,orthoimage,register,registration,coregister,coregistration,co-registration,georeference,georeferencing,remap,displacement field,deformation field,location grid,localisation grid,lens distortion,undistort,geometry,geometric correction,interpolate,interpolation,nearest neighbour,neighbor,bilinear,bicubic,bspline,B-spline,spline,anti-alias,antialiasing,aliasing,downsample,lanczos,validity mask,nodata,CNES,GridR,OTB,Orfeo</source>
      <translation>grille,rééchantillonner,rééchantillonnage,ré-échantillonner,ré-échantillonnage,reprojeter,reprojection,rectifier,redresser,redressement,orthorectifier,orthorectification,orthophoto,recaler,recalage,co-recalage,corecalage,géoréférencer,géoréférencement,champ de déplacement,champ de déformation,grille de localisation,grille de déformation,correction de distorsion,distorsion optique,géométrie,correction géométrique,interpoler,interpolation,plus proche voisin,bilinéaire,linéaire,bicubique,cubique,anti-repliement,repliement de spectre,anti-crénelage,sous-échantillonner,masque de validité,CNES,grid,resample,resampling,warp,reproject,rectify,rectification,orthorectify,orthoimage,register,registration,coregister,coregistration,co-registration,georeference,georeferencing,remap,displacement field,deformation field,location grid,localisation grid,lens distortion,undistort,geometry,geometric correction,interpolate,nearest neighbour,neighbor,bilinear,bicubic,bspline,B-spline,spline,anti-alias,antialiasing,aliasing,downsample,lanczos,validity mask,nodata,GridR,OTB,Orfeo</translation>
    </message>
    <message>
      <source>Resampled raster</source>
      <translation>Raster rééchantillonné</translation>
    </message>
    <message>
      <source>GeoTIFF with the resampled bands.</source>
      <translation>GeoTIFF des bandes rééchantillonnées.</translation>
    </message>
    <message>
      <source>Validity mask</source>
      <translation>Masque de validité</translation>
    </message>
    <message>
      <source>{one} and {other} both say which part of the output to compute. Give one of them.</source>
      <translation>{one} et {other} disent tous deux quelle partie de la sortie calculer. N'en donner qu'un.</translation>
    </message>
    <message>
      <source>{source} resampled</source>
      <translation>{source} (rééchantillonné)</translation>
    </message>
    <message>
      <source>{source} validity mask</source>
      <translation>{source} (masque de validité)</translation>
    </message>
    <message>
      <source>Grid to vector layers</source>
      <translation>Grille en couches vectorielles</translation>
    </message>
    <message>
      <source>Shows where a grid reads the source, or where its nodes lie.</source>
      <translation>Montre où une grille lit la source, ou bien où sont ses nœuds.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Shows a &lt;b&gt;grid&lt;/b&gt; as vector layers: its nodes as points, its rows and columns as lines, its outline as a polygon. Over the &lt;b&gt;source&lt;/b&gt; each node lies at the position that it reads: folds, shifts and exchanged rows and columns are seen at a glance. Over the &lt;b&gt;target&lt;/b&gt; nodes lie where they are on the map of the output: there one sees which parts will be empty, and why.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Montre une &lt;b&gt;grille&lt;/b&gt; en couches vectorielles : ses nœuds en points, ses lignes et colonnes en lignes, son contour en polygone. Sur la &lt;b&gt;source&lt;/b&gt;, chaque nœud est à la position qu'il lit : plis, décalages, lignes et colonnes échangées se voient d'un coup d'œil. Sur la &lt;b&gt;cible&lt;/b&gt;, les nœuds sont à leur position sur la carte de la sortie : on y voit quelles parties seront vides, et pourquoi.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;QGIS draws nodes &lt;b&gt;blue&lt;/b&gt; in the source, &lt;b&gt;red&lt;/b&gt; outside, and &lt;b&gt;orange&lt;/b&gt; without a position (nodata, not finite, or invalid in the mask); in a file, the field &lt;i&gt;kind&lt;/i&gt; tells which they are. The latter have no place over the source, and are drawn over the target only; lines over the source end there.&lt;/p&gt;</source>
      <translation>&lt;p&gt;QGIS dessine les nœuds en &lt;b&gt;bleu&lt;/b&gt; dans la source, en &lt;b&gt;rouge&lt;/b&gt; en dehors, et en &lt;b&gt;orange&lt;/b&gt; sans position (nodata, non finis, ou invalides dans le masque) ; dans un fichier, le champ &lt;i&gt;kind&lt;/i&gt; dit lequel c'est. Ces derniers n'ont pas de position sur la source et ne sont dessinés que sur la cible ; sur la source, les lignes s'y arrêtent.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;h3&gt;Which nodes are kept&lt;/h3&gt;</source>
      <translation>&lt;h3&gt;Quels nœuds sont gardés&lt;/h3&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Of a large grid, every k-th row and column is drawn, and both ends of every line; besides them all nodes at borders between colours, so that these are exact. If borders take more than ten times the density, those between lines are left out, and the log says so. The log and the results count all nodes.&lt;/p&gt;</source>
      <translation>&lt;p&gt;D'une grande grille, une ligne et une colonne sur k sont dessinées, avec les deux extrémités de chacune ; en plus, tous les nœuds aux limites entre couleurs, qui sont donc exactes. Si ces limites prennent plus de dix fois la densité, celles entre les lignes sont laissées de côté, et le journal le dit. Le journal et les résultats comptent tous les nœuds.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Lines are straight between the nodes that are kept. Without a georeference layers lie as QGIS draws such rasters: x = column, y = -row of the corners of pixels. The outline goes around the first and last node of each row; holes are not cut out. All of the grid is read, strip by strip, whatever its size.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les lignes sont droites entre les nœuds gardés. Sans géoréférencement, les couches sont placées comme QGIS dessine de tels rasters : x = colonne, y = -ligne des coins des pixels. Le contour passe par le premier et le dernier nœud de chaque ligne ; les trous n'y sont pas découpés. Toute la grille est lue, bandeau par bandeau, quelle que soit sa taille.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>grid,vector,points,lines,mesh,outline,footprint,nodes,show,check,displacement field,deformation field,location grid,quality,CNES</source>
      <translation>grille,vecteur,points,lignes,maillage,contour,emprise,nœuds,montrer,afficher,vérifier,champ de déplacement,champ de déformation,grille de localisation,qualité,grid,vector,lines,mesh,outline,footprint,nodes,show,check,displacement field,deformation field,location grid,quality,CNES</translation>
    </message>
    <message>
      <source>Raster that is read through the grid: its size tells which nodes lie inside; its values do not matter.</source>
      <translation>Raster lu par la grille : sa taille dit quels nœuds sont à l'intérieur ; ses valeurs n'importent pas.</translation>
    </message>
    <message>
      <source>Frame</source>
      <translation>Repère</translation>
    </message>
    <message>
      <source>Where the layers lie. source: over the source, each node at the position that it reads. target: on the map of the output, each node at its own place.</source>
      <translation>Où sont les couches. source : sur la source, chaque nœud à la position qu'il lit. target : sur la carte de la sortie, chaque nœud à sa propre position.</translation>
    </message>
    <message>
      <source>Density [nodes]</source>
      <translation>Densité [nœuds]</translation>
    </message>
    <message>
      <source>About how many nodes are drawn, those at borders besides. A grid of fewer is drawn whole.</source>
      <translation>Nombre approximatif de nœuds dessinés, ceux des limites en plus. Une grille qui en a moins est dessinée entière.</translation>
    </message>
    <message>
      <source>Nodes</source>
      <translation>Nœuds</translation>
    </message>
    <message>
      <source>Points with their kind (inside, outside, masked), the row and column of the source that they read, and their row and column in the grid.</source>
      <translation>Points avec leur type (inside, outside, masked), la ligne et la colonne de la source qu'ils lisent, et leur ligne et colonne dans la grille.</translation>
    </message>
    <message>
      <source>Rows and columns</source>
      <translation>Lignes et colonnes</translation>
    </message>
    <message>
      <source>Lines along rows and columns of the grid, with their number.</source>
      <translation>Lignes le long des lignes et des colonnes de la grille, avec leur numéro.</translation>
    </message>
    <message>
      <source>Outline</source>
      <translation>Contour</translation>
    </message>
    <message>
      <source>Polygon around all nodes that have a place, with the numbers of nodes of each kind.</source>
      <translation>Polygone autour de tous les nœuds qui ont une position, avec le nombre de nœuds de chaque type.</translation>
    </message>
    <message>
      <source>Nodes in the source</source>
      <translation>Nœuds dans la source</translation>
    </message>
    <message>
      <source>Nodes outside the source</source>
      <translation>Nœuds hors de la source</translation>
    </message>
    <message>
      <source>Nodes without a position</source>
      <translation>Nœuds sans position</translation>
    </message>
    <message>
      <source>{source} nodes</source>
      <translation>{source} (nœuds)</translation>
    </message>
    <message>
      <source>{source} rows and columns</source>
      <translation>{source} (lignes et colonnes)</translation>
    </message>
    <message>
      <source>{source} outline</source>
      <translation>{source} (contour)</translation>
    </message>
    <message>
      <source>it would have points at infinity</source>
      <translation>elle aurait des points à l'infini</translation>
    </message>
    <message>
      <source>Save it as a GeoTIFF first (Layer menu, Save As) and give that.</source>
      <translation>L'enregistrer d'abord en GeoTIFF (menu Couche, Enregistrer sous) et donner ce fichier.</translation>
    </message>
    <message>
      <source>{label} cannot be read as a raster: {value}. Give a raster file or a raster layer of the project.</source>
      <translation>{label} ne peut pas être lu comme raster : {value}. Donner un fichier raster ou une couche raster du projet.</translation>
    </message>
    <message>
      <source>{label} is a layer of type {kind}, but only raster files can be read. {remedy}</source>
      <translation>{label} est une couche de type {kind}, mais seuls des fichiers raster peuvent être lus. {remedy}</translation>
    </message>
    <message>
      <source>{label} is opened with options of its own, which would be lost: {name}. {remedy}</source>
      <translation>{label} est ouvert avec des options qui lui sont propres et qui seraient perdues : {name}. {remedy}</translation>
    </message>
    <message>
      <source>{label} is no coordinate system that QGIS knows: {value}. Give a code such as EPSG:32631, or WKT.</source>
      <translation>{label} n'est pas un système de coordonnées que QGIS connaît : {value}. Donner un code tel que EPSG:32631, ou du WKT.</translation>
    </message>
    <message>
      <source>{label} cannot be read as a polygon layer: {value}. Give a file or a layer of the project.</source>
      <translation>{label} ne peut pas être lu comme couche de polygones : {value}. Donner un fichier ou une couche du projet.</translation>
    </message>
    <message>
      <source>{label} is a layer of {kind}. Give one of polygons.</source>
      <translation>{label} est une couche de {kind}. En donner une de polygones.</translation>
    </message>
    <message>
      <source>{label}: {count} feature(s).</source>
      <translation>{label} : {count} entité(s).</translation>
    </message>
    <message>
      <source>{label}: of {features} feature(s) that are collections, {polygons} polygon(s) are taken, {others} line(s) or point(s) are left out.</source>
      <translation>{label} : de {features} entité(s) qui sont des collections, {polygons} polygone(s) sont pris, {others} ligne(s) ou point(s) sont laissés de côté.</translation>
    </message>
    <message>
      <source>{name} must be x_min,x_max,y_min,y_max such as 2.1,2.5,48.7,49 [EPSG:4326], or a layer, or empty, got {given}.</source>
      <translation>{name} doit être x_min,x_max,y_min,y_max, par exemple 2.1,2.5,48.7,49 [EPSG:4326], ou une couche, ou vide (reçu : {given}).</translation>
    </message>
    <message>
      <source>{name} {given} cannot be taken to the coordinate system of the output ({reason}). Give a smaller extent, or one in that system.</source>
      <translation>{name} {given} ne peut pas être convertie dans le système de coordonnées de la sortie ({reason}). Donner une emprise plus petite, ou dans ce système.</translation>
    </message>
    <message>
      <source>Feature {number} of {label}</source>
      <translation>L'entité {number} de {label}</translation>
    </message>
    <message>
      <source>{name} cannot be read ({reason}). Repair the layer, for example with native:fixgeometries.</source>
      <translation>{name} ne peut pas être lue ({reason}). Réparer la couche, par exemple avec native:fixgeometries.</translation>
    </message>
    <message>
      <source>{name} is no polygon. Give polygons only.</source>
      <translation>{name} n'est pas un polygone. Ne donner que des polygones.</translation>
    </message>
    <message>
      <source>{name} cannot be taken from {start} to {end}: {reason}. Clip it to the area of the raster, or give the layer in the raster's coordinate system.</source>
      <translation>{name} ne peut pas être reprojetée de {start} vers {end} : {reason}. La découper à l'emprise du raster, ou donner la couche dans le système de coordonnées du raster.</translation>
    </message>
    <message>
      <source>Array of x or longitude</source>
      <translation>Tableau des x ou longitudes</translation>
    </message>
    <message>
      <source>Raster with the x or longitude of pixels of the source, together with one of y. Not set: what the source's tags name (domain GEOLOCATION), as those of many netCDF and HDF files do.</source>
      <translation>Raster des x ou longitudes de pixels de la source, à donner avec celui des y. Non renseigné : ceux qu'indiquent les métadonnées de la source (domaine GEOLOCATION), comme dans de nombreux fichiers netCDF et HDF.</translation>
    </message>
    <message>
      <source>Array of y or latitude</source>
      <translation>Tableau des y ou latitudes</translation>
    </message>
    <message>
      <source>Raster with the y or latitude of the same pixels; it may be the one of x, with another band. Not set: what the source's tags name.</source>
      <translation>Raster des y ou latitudes des mêmes pixels ; ce peut être celui des x, avec une autre bande. Non renseigné : ceux qu'indiquent les métadonnées de la source.</translation>
    </message>
    <message>
      <source>Lookup table on the map (GLT)</source>
      <translation>Table de correspondance sur la carte (GLT)</translation>
    </message>
    <message>
      <source>Instead of both arrays: raster on the map whose first two bands hold column and row of a pixel of the source, counted from 1, and 0 where there is none, as for EMIT. Each output pixel is then one of the source. Not set: the arrays are used.</source>
      <translation>À la place des deux tableaux : raster sur la carte dont les deux premières bandes contiennent la colonne et la ligne d'un pixel de la source, comptées à partir de 1, et 0 là où il n'y en a pas, comme pour EMIT. Chaque pixel de sortie est alors un pixel de la source. Non renseigné : les tableaux sont utilisés.</translation>
    </message>
    <message>
      <source>Array of x: band</source>
      <translation>Tableau de x : bande</translation>
    </message>
    <message>
      <source>Band with x or longitude. Not set: that of the tags, else 1.</source>
      <translation>Bande de x ou de longitude. Non renseigné : celle des métadonnées, sinon 1.</translation>
    </message>
    <message>
      <source>Array of y: band</source>
      <translation>Tableau de y : bande</translation>
    </message>
    <message>
      <source>Band with y or latitude. Not set: that of the tags, else 1.</source>
      <translation>Bande de y ou de latitude. Non renseigné : celle des métadonnées, sinon 1.</translation>
    </message>
    <message>
      <source>Arrays: coordinate system</source>
      <translation>Tableaux : système de coordonnées</translation>
    </message>
    <message>
      <source>Coordinate system of the places. Not set: that of the tags or of the GLT, else EPSG:4326, longitude and latitude.</source>
      <translation>Système de coordonnées des tableaux. Non renseigné : celui des métadonnées ou de la GLT, sinon EPSG:4326, longitude et latitude.</translation>
    </message>
    <message>
      <source>Arrays: places are those of</source>
      <translation>Tableaux : point du pixel</translation>
    </message>
    <message>
      <source>Point of a source pixel that has the place. auto: what the tags say, else the centre. center: its centre, as in netCDF. corner: its upper left corner, which GDAL assumes where tags do not say it; half a pixel is between them.</source>
      <translation>Point du pixel de la source auquel se rapportent les coordonnées. auto : ce que disent les métadonnées, sinon le centre. center : son centre, comme dans netCDF. corner : son coin supérieur gauche, que GDAL suppose si les métadonnées ne le disent pas ; un demi-pixel les sépare.</translation>
    </message>
    <message>
      <source>Arrays: rows of a scan</source>
      <translation>Tableaux : lignes d'un balayage</translation>
    </message>
    <message>
      <source>Rows that a scanner sees at a time, where scans overlap (bow-tie), such as 10 for MODIS at 1 km; 0 for none. Not set: what the arrays show at their edges, where places go backwards from scan to scan.</source>
      <translation>Lignes que voit un scanner à la fois, là où des balayages se recouvrent (bow-tie), comme 10 pour MODIS à 1 km ; 0 pour aucun. Non renseigné : ce que montrent les tableaux à leurs bords, où les coordonnées reviennent en arrière d'un balayage au suivant.</translation>
    </message>
    <message>
      <source>Arrays: fill value</source>
      <translation>Tableaux : valeur de remplissage</translation>
    </message>
    <message>
      <source>Value that is no place, such as -999. Nodata, values that are not finite and those that are no longitude or latitude are none in any case. Not set: only these.</source>
      <translation>Valeur des pixels sans coordonnées, comme -999. Nodata, les valeurs non finies et celles qui ne sont ni longitude ni latitude n'en sont jamais. Non renseigné : celles-ci seulement.</translation>
    </message>
    <message>
      <source>Arrays: first row [source pixels]</source>
      <translation>Tableaux : première ligne [pixels de la source]</translation>
    </message>
    <message>
      <source>Row of the source that the first row of the arrays is of, counted from 0. Not set: that of the tags, else 0.</source>
      <translation>Ligne de la source à laquelle appartient la première ligne des tableaux, comptée à partir de 0. Non renseigné : celle des métadonnées, sinon 0.</translation>
    </message>
    <message>
      <source>Arrays: step in rows [source pixels]</source>
      <translation>Tableaux : pas en lignes [pixels de la source]</translation>
    </message>
    <message>
      <source>Rows of the source from one row of the arrays to the next. Not set: that of the tags, else 1.</source>
      <translation>Lignes de la source d'une ligne des tableaux à la suivante. Non renseigné : celui des métadonnées, sinon 1.</translation>
    </message>
    <message>
      <source>Arrays: first column [source pixels]</source>
      <translation>Tableaux : première colonne [pixels de la source]</translation>
    </message>
    <message>
      <source>Column of the source that the first column of the arrays is of, counted from 0. Not set: that of the tags, else 0.</source>
      <translation>Colonne de la source à laquelle appartient la première colonne des tableaux, comptée à partir de 0. Non renseigné : celle des métadonnées, sinon 0.</translation>
    </message>
    <message>
      <source>Arrays: step in columns [source pixels]</source>
      <translation>Tableaux : pas en colonnes [pixels de la source]</translation>
    </message>
    <message>
      <source>Columns of the source from one column of the arrays to the next. Not set: that of the tags, else 1.</source>
      <translation>Colonnes de la source d'une colonne des tableaux à la suivante. Non renseigné : celui des métadonnées, sinon 1.</translation>
    </message>
    <message>
      <source>From: what the grid holds</source>
      <translation>De : ce que contient la grille</translation>
    </message>
    <message>
      <source>absolute: row and column of the source, where (0, 0) is the centre of the first pixel. center05: the same where that is (0.5, 0.5). one_based: where it is (1, 1). displacement: row and column less those of the node's output pixel. otb_loc: x and y in the source, OTB's localisation grid. otb_def: x and y in the source less x and y of the node, OTB's deformation grid, as its stereo rectification makes them.</source>
      <translation>absolute : ligne et colonne de la source, où (0, 0) est le centre du premier pixel. center05 : les mêmes, où ce centre est (0.5, 0.5). one_based : où il est (1, 1). displacement : ligne et colonne moins celles du pixel de sortie du nœud. otb_loc : x et y dans la source, grille de localisation de l'OTB. otb_def : x et y dans la source moins x et y du nœud, grille de déformation de l'OTB, telle que la produit sa rectification stéréo.</translation>
    </message>
    <message>
      <source>To: what the output shall hold</source>
      <translation>Vers : ce que contiendra la sortie</translation>
    </message>
    <message>
      <source>absolute: what Resample raster through a grid reads. center05, one_based: the same, counted otherwise. displacement: row - i x R and column - j x C for node (i, j) at resolution R x C, in source pixels, as if source and output had one frame. otb_def: for OTB, the most exact; otb_loc: for OTB, less exact; both in pixels, and the command comes with them.</source>
      <translation>absolute : ce que lit Rééchantillonner un raster par une grille. center05, one_based : la même chose, comptée autrement. displacement : ligne - i x R et colonne - j x C pour le nœud (i, j) à la résolution R x C, en pixels de la source, comme si la source et la sortie avaient le même repère. otb_def : pour l'OTB, la plus exacte ; otb_loc : pour l'OTB, moins exacte ; toutes deux en pixels, et la commande les accompagne.</translation>
    </message>
    <message>
      <source>Raster that is read through the grid; its values do not matter. Needed for OTB, whose command names it, and for coordinates of the map. Not set: neither is wanted.</source>
      <translation>Raster lu par la grille ; ses valeurs n'importent pas. Nécessaire pour l'OTB, dont la commande le nomme, et pour des coordonnées de la carte. Non renseigné : ni l'un ni l'autre n'est voulu.</translation>
    </message>
    <message>
      <source>From OTB: coordinates</source>
      <translation>De l'OTB : coordonnées</translation>
    </message>
    <message>
      <source>What x and y of a grid of OTB's mean. pixel: columns and rows, where (0.5, 0.5) is the centre of the first pixel, as for images that OTB reads without a place on the map. map: places on the map by the geotransform of the source.</source>
      <translation>Ce que désignent x et y d'une grille de l'OTB. pixel : colonnes et lignes, où (0.5, 0.5) est le centre du premier pixel, comme pour les images que l'OTB lit sans géoréférencement. map : coordonnées cartographiques, selon la géotransformation de la source.</translation>
    </message>
    <message>
      <source>From: spacing of the nodes [output pixels]</source>
      <translation>De : espacement des nœuds [pixels de sortie]</translation>
    </message>
    <message>
      <source>Output pixels from node to node: one whole number, or one for rows and one for columns such as 4,8. Not set: the grid's tags GRID_RESOLUTION_ROW and GRID_RESOLUTION_COL, else for grids of OTB's their geotransform, else 1.</source>
      <translation>Pixels de sortie de nœud à nœud : un nombre entier, ou un pour les lignes et un pour les colonnes, comme 4,8. Non renseigné : les métadonnées GRID_RESOLUTION_ROW et GRID_RESOLUTION_COL de la grille, sinon, pour les grilles de l'OTB, leur géotransformation, sinon 1.</translation>
    </message>
    <message>
      <source>To: resolution in rows [output pixels]</source>
      <translation>Vers : résolution en lignes [pixels de sortie]</translation>
    </message>
    <message>
      <source>Output pixels from one row of nodes to the next. A finer one interpolates nodes, which changes no pixel; a coarser one, a multiple, drops nodes, and the log tells the error there. Not set: as it is.</source>
      <translation>Pixels de sortie d'une ligne de nœuds à la suivante. Une résolution plus fine interpole des nœuds, ce qui ne change aucun pixel ; une plus grossière, un multiple, supprime des nœuds, et le journal indique l'erreur commise. Non renseigné : inchangée.</translation>
    </message>
    <message>
      <source>To: resolution in columns [output pixels]</source>
      <translation>Vers : résolution en colonnes [pixels de sortie]</translation>
    </message>
    <message>
      <source>Output pixels from one column of nodes to the next; finer or coarser as with rows. Not set: as it is.</source>
      <translation>Pixels de sortie d'une colonne de nœuds à la suivante ; plus fine ou plus grossière comme pour les lignes. Non renseigné : inchangée.</translation>
    </message>
    <message>
      <source>For grids of OTB the band of y. Not set: the band whose description says so (row, line), else 1, or 2 if band 1 holds the columns; for grids of OTB 2.</source>
      <translation>Pour les grilles de l'OTB, la bande de y. Non renseigné : la bande dont la description l'indique (row, line), sinon 1, ou 2 si la bande 1 contient les colonnes ; pour les grilles de l'OTB, 2.</translation>
    </message>
    <message>
      <source>For grids of OTB the band of x. Of the separate raster if there is one. Not set: the band whose description says so (col, column, sample), else 2, or 1 of a separate raster or if band 2 holds the rows; for grids of OTB 1.</source>
      <translation>Pour les grilles de l'OTB, la bande de x. Du raster séparé s'il y en a un. Non renseigné : la bande dont la description l'indique (col, column, sample), sinon 2, ou 1 d'un raster séparé ou si la bande 2 contient les lignes ; pour les grilles de l'OTB, 1.</translation>
    </message>
    <message>
      <source>Raster of nodes: one band with source rows and one with source columns, in pixels from the centre of the first pixel.</source>
      <translation>Raster de nœuds : une bande de lignes et une bande de colonnes de la source, en pixels à partir du centre du premier pixel.</translation>
    </message>
    <message>
      <source>Grid: nodata value</source>
      <translation>Grille : valeur nodata</translation>
    </message>
    <message>
      <source>Nodes with this row or this column are invalid. Not set: the nodata value of the grid's bands. Nodes that are not finite are invalid in any case.</source>
      <translation>Les nœuds dont la ligne ou la colonne a cette valeur sont invalides. Non renseigné : la valeur nodata des bandes de la grille. Les nœuds non finis sont toujours invalides.</translation>
    </message>
    <message>
      <source>Grid mask</source>
      <translation>Masque de la grille</translation>
    </message>
    <message>
      <source>Raster of as many rows and columns as the grid raster, that says which nodes are valid. Not set: those that are not nodata; an alpha band or a mask file of the grid's own does not count.</source>
      <translation>Raster d'autant de lignes et de colonnes que le raster de grille, qui indique quels nœuds sont valides. Non renseigné : ceux qui ne sont pas nodata ; une bande alpha ou un fichier de masque propres à la grille ne comptent pas.</translation>
    </message>
    <message>
      <source>Grid: band of source rows</source>
      <translation>Grille : bande des lignes de la source</translation>
    </message>
    <message>
      <source>Not set: the band whose description says so (row, line), else 1, or 2 if band 1 holds the columns.</source>
      <translation>Non renseigné : la bande dont la description le dit (row, line), sinon 1, ou 2 si la bande 1 contient les colonnes.</translation>
    </message>
    <message>
      <source>Grid: band of source columns</source>
      <translation>Grille : bande des colonnes de la source</translation>
    </message>
    <message>
      <source>Of the separate raster if there is one. Not set: the band whose description says so (col, column, sample), else 2, or 1 of a separate raster or if band 2 holds the rows.</source>
      <translation>Du raster séparé s'il y en a un. Non renseigné : la bande dont la description le dit (col, column, sample), sinon 2, ou 1 pour un raster séparé ou si la bande 2 contient les lignes.</translation>
    </message>
    <message>
      <source>Grid: separate raster of source columns</source>
      <translation>Grille : raster séparé des colonnes de la source</translation>
    </message>
    <message>
      <source>Raster of the same size as the grid raster, which then holds the rows. Not set: the grid raster holds both.</source>
      <translation>Raster de même taille que le raster de grille, qui contient alors les lignes. Non renseigné : le raster de grille contient les deux.</translation>
    </message>
    <message>
      <source>Grid: resolution in rows [output pixels]</source>
      <translation>Grille : résolution en lignes [pixels de sortie]</translation>
    </message>
    <message>
      <source>Output pixels from one row of nodes to the next. Not set: the grid's tag GRID_RESOLUTION_ROW, else 1.</source>
      <translation>Pixels de sortie d'une ligne de nœuds à la suivante. Non renseigné : la métadonnée GRID_RESOLUTION_ROW de la grille, sinon 1.</translation>
    </message>
    <message>
      <source>Grid: resolution in columns [output pixels]</source>
      <translation>Grille : résolution en colonnes [pixels de sortie]</translation>
    </message>
    <message>
      <source>Output pixels from one column of nodes to the next. Not set: the grid's tag GRID_RESOLUTION_COL, else 1.</source>
      <translation>Pixels de sortie d'une colonne de nœuds à la suivante. Non renseigné : la métadonnée GRID_RESOLUTION_COL de la grille, sinon 1.</translation>
    </message>
    <message>
      <source>Grid: pixel convention</source>
      <translation>Grille : convention de pixel</translation>
    </message>
    <message>
      <source>What the grid calls the centre of the first source pixel. center0: row 0, column 0. center05: row 0.5, column 0.5 (0 is the pixel's corner, as in GDAL). one_based: row 1, column 1.</source>
      <translation>Comment la grille désigne le centre du premier pixel de la source. center0 : ligne 0, colonne 0. center05 : ligne 0.5, colonne 0.5 (0 est le coin du pixel, comme dans GDAL). one_based : ligne 1, colonne 1.</translation>
    </message>
    <message>
      <source>Grid: shift of rows [source pixels]</source>
      <translation>Grille : décalage en lignes [pixels de la source]</translation>
    </message>
    <message>
      <source>Added to the source rows that the grid holds, besides the convention.</source>
      <translation>Ajouté aux lignes de la source que contient la grille, en plus de la convention.</translation>
    </message>
    <message>
      <source>Grid: shift of columns [source pixels]</source>
      <translation>Grille : décalage en colonnes [pixels de la source]</translation>
    </message>
    <message>
      <source>Added to the source columns that the grid holds, besides the convention.</source>
      <translation>Ajouté aux colonnes de la source que contient la grille, en plus de la convention.</translation>
    </message>
    <message>
      <source>Target: coordinate system</source>
      <translation>Cible : système de coordonnées</translation>
    </message>
    <message>
      <source>Coordinate system that the source is brought to. Not set: that of its georeference, points or arrays; of RPCs it is EPSG:4326.</source>
      <translation>Système de coordonnées dans lequel la source est projetée. Non renseigné : celui de son géoréférencement, de ses points ou de ses tableaux ; pour des RPC, EPSG:4326.</translation>
    </message>
    <message>
      <source>Target: extent on the map</source>
      <translation>Cible : emprise sur la carte</translation>
    </message>
    <message>
      <source>Target: pixel size [units of its system]</source>
      <translation>Cible : taille de pixel [unités de son système]</translation>
    </message>
    <message>
      <source>Target: template raster</source>
      <translation>Cible : raster de référence</translation>
    </message>
    <message>
      <source>Raster whose coordinate system, pixels and size the target takes; its values do not matter. Give it or the three above, not both. Not set: these are used.</source>
      <translation>Raster dont la cible prend le système de coordonnées, les pixels et la taille ; ses valeurs n'importent pas. Donner soit celui-ci, soit les trois ci-dessus. Non renseigné : ceux-ci servent.</translation>
    </message>
    <message>
      <source>What the target covers, from its upper left corner on; given in any coordinate system. Not set: all of the source, as gdalwarp takes it.</source>
      <translation>Ce que la cible couvre, à partir de son coin supérieur gauche ; donné dans un système de coordonnées quelconque. Non renseigné : toute la source, comme la prend gdalwarp.</translation>
    </message>
    <message>
      <source>Width and height of the target's pixels: metres in most projected systems, degrees in geographic ones. Not set: as fine as the source, as gdalwarp takes it.</source>
      <translation>Largeur et hauteur des pixels de la cible : des mètres dans la plupart des systèmes projetés, des degrés dans les géographiques. Non renseigné : aussi fine que la source, comme la prend gdalwarp.</translation>
    </message>
    <message>
      <source>What the target covers, from its upper left corner on; given in any coordinate system. Not set: all places of the source.</source>
      <translation>Ce que la cible couvre, à partir de son coin supérieur gauche ; donné dans un système de coordonnées quelconque. Non renseigné : tous les pixels géolocalisés de la source.</translation>
    </message>
    <message>
      <source>Width and height of the target's pixels: metres in most projected systems, degrees in geographic ones. Not set: that of a square as large as the source's pixels are in median.</source>
      <translation>Largeur et hauteur des pixels de la cible : des mètres dans la plupart des systèmes projetés, des degrés dans les géographiques. Non renseigné : celle d'un carré de la taille médiane des pixels de la source.</translation>
    </message>
    <message>
      <source>Heights (DEM)</source>
      <translation>Altitudes (MNT)</translation>
    </message>
    <message>
      <source>Raster of heights in metres, for a source with RPCs. Between its pixels heights are linear; where it has none, the grid has no position. Not set: one height everywhere.</source>
      <translation>Raster d'altitudes en mètres, pour une source avec des RPC. Entre ses pixels, les altitudes sont linéaires ; là où il n'en a pas, la grille n'a pas de position. Non renseigné : une altitude constante.</translation>
    </message>
    <message>
      <source>Source: placed by</source>
      <translation>Source : géoréférencée par</translation>
    </message>
    <message>
      <source>What places the source on the map. auto: the first that it has of a geotransform with a coordinate system, RPCs, control points, geolocation arrays. geotransform: its geotransform. gcp: its control points. rpc: its rational polynomials. geolocation: the arrays that its tags name.</source>
      <translation>Ce qui géoréférence la source. auto : le premier qu'elle a parmi une géotransformation avec un système de coordonnées, des RPC, des points d'appui, des tableaux de géolocalisation. geotransform : sa géotransformation. gcp : ses points d'appui. rpc : son modèle RPC (fractions rationnelles). geolocation : les tableaux qu'indiquent ses métadonnées.</translation>
    </message>
    <message>
      <source>Source: coordinate system</source>
      <translation>Source : système de coordonnées</translation>
    </message>
    <message>
      <source>Coordinate system of the geotransform, of the control points or of the arrays; RPCs always have longitude and latitude. Not set: the source's own.</source>
      <translation>Système de coordonnées de la géotransformation, des points d'appui ou des tableaux ; les RPC ont toujours longitude et latitude. Non renseigné : celui de la source.</translation>
    </message>
    <message>
      <source>Control points: fit</source>
      <translation>Points d'appui : ajustement</translation>
    </message>
    <message>
      <source>How control points become positions everywhere. auto: polynomial2 from six points on, else polynomial1, as GDAL does. polynomial1, polynomial2, polynomial3: of that order, from 3, 6 and 10 points on. tps: thin plates through all points. projective: as a camera sees a plane, from 4 points on. linear: a scale and a shift of each axis, from 2 on. helmert: a turn, one scale and a shift, from 2 on.</source>
      <translation>Modèle ajusté aux points d'appui. auto : polynomial2 à partir de six points, sinon polynomial1, comme GDAL. polynomial1, polynomial2, polynomial3 : de cet ordre, à partir de 3, 6 et 10 points. tps : plaques minces par tous les points. projective : comme une caméra voit un plan, à partir de 4 points. linear : une échelle et un décalage par axe, à partir de 2. helmert : une rotation, une seule échelle et un décalage, à partir de 2.</translation>
    </message>
    <message>
      <source>RPCs: height everywhere [m]</source>
      <translation>RPC : altitude constante [m]</translation>
    </message>
    <message>
      <source>Height above the ellipsoid, for a source with RPCs. Not together with a DEM. Not set: the mean height of the RPCs, with which QGIS draws it.</source>
      <translation>Altitude au-dessus de l'ellipsoïde, pour une source avec des RPC. Incompatible avec un MNT. Non renseigné : l'altitude moyenne des RPC, avec laquelle QGIS affiche la source.</translation>
    </message>
    <message>
      <source>DEM: band</source>
      <translation>MNT : bande</translation>
    </message>
    <message>
      <source>Band with the heights. Not set: 1.</source>
      <translation>Bande des altitudes. Non renseigné : 1.</translation>
    </message>
    <message>
      <source>DEM: heights count from</source>
      <translation>MNT : origine des altitudes</translation>
    </message>
    <message>
      <source>RPCs take heights above the ellipsoid, most DEMs have them above sea level. from_crs: what the DEM's coordinate system says, else the ellipsoid. ellipsoid: WGS 84. egm96: the geoid EGM96, as SRTM. egm2008: the geoid EGM2008, as Copernicus DEM. A geoid needs its file among PROJ's data.</source>
      <translation>Les RPC prennent des altitudes au-dessus de l'ellipsoïde, la plupart des MNT les ont au-dessus du niveau de la mer. from_crs : ce que dit le système de coordonnées du MNT, sinon l'ellipsoïde. ellipsoid : WGS 84. egm96 : le géoïde EGM96, comme SRTM. egm2008 : le géoïde EGM2008, comme Copernicus DEM. Un géoïde demande son fichier parmi les données de PROJ.</translation>
    </message>
    <message>
      <source>DEM: offset [m]</source>
      <translation>MNT : décalage [m]</translation>
    </message>
    <message>
      <source>Added to the heights of the DEM.</source>
      <translation>Ajouté aux altitudes du MNT.</translation>
    </message>
    <message>
      <source>Way from the source's coordinate system to the target's, as a PROJ pipeline. Not set: the best that PROJ has; the log tells which, how exact it is, and which file is missing for a better one.</source>
      <translation>Transformation du système de coordonnées de la source vers celui de la cible, sous forme de pipeline PROJ. Non renseigné : la meilleure que PROJ possède ; le journal dit laquelle, son exactitude, et quel fichier manque pour une meilleure.</translation>
    </message>
    <message>
      <source>Resolution in rows [target pixels]</source>
      <translation>Résolution en lignes [pixels de la cible]</translation>
    </message>
    <message>
      <source>Target pixels from one row of nodes to the next. Not set: the largest power of two up to 256 that keeps the tolerance.</source>
      <translation>Pixels de la cible d'une ligne de nœuds à la suivante. Non renseigné : la plus grande puissance de deux jusqu'à 256 qui respecte la tolérance.</translation>
    </message>
    <message>
      <source>Resolution in columns [target pixels]</source>
      <translation>Résolution en colonnes [pixels de la cible]</translation>
    </message>
    <message>
      <source>Target pixels from one column of nodes to the next. Not set: the largest power of two up to 256 that keeps the tolerance.</source>
      <translation>Pixels de la cible d'une colonne de nœuds à la suivante. Non renseigné : la plus grande puissance de deux jusqu'à 256 qui respecte la tolérance.</translation>
    </message>
    <message>
      <source>How far positions between nodes may be off where the resolution is automatic. A smaller one takes more nodes.</source>
      <translation>Écart admis des positions entre les nœuds là où la résolution est automatique. Une tolérance plus petite demande plus de nœuds.</translation>
    </message>
    <message>
      <source>Coordinate operation</source>
      <translation>Transformation de coordonnées</translation>
    </message>
    <message>
      <source>{mask}: band</source>
      <translation>{mask} : bande</translation>
    </message>
    <message>
      <source>Band of the mask raster. Not set: 1.</source>
      <translation>Bande du masque raster. Non renseigné : 1.</translation>
    </message>
    <message>
      <source>{mask}: value that means valid</source>
      <translation>{mask} : valeur des pixels valides</translation>
    </message>
    <message>
      <source>A whole number, also negative. All other values of the mask raster mean invalid.</source>
      <translation>Nombre entier, éventuellement négatif. Toutes les autres valeurs du masque raster désignent des pixels invalides.</translation>
    </message>
    <message>
      <source>Polygons of valid pixels</source>
      <translation>Polygones de pixels valides</translation>
    </message>
    <message>
      <source>Polygon layer in any coordinate system: pixels whose centre is outside all its features are invalid. Holes count. A layer or selection without features makes all pixels invalid. Not set: no restriction.</source>
      <translation>Couche de polygones dans un système de coordonnées quelconque : les pixels dont le centre est hors de toutes ses entités sont invalides. Les trous comptent. Une couche ou une sélection sans entité rend tous les pixels invalides. Non renseigné : aucune restriction.</translation>
    </message>
    <message>
      <source>Polygons of invalid pixels</source>
      <translation>Polygones de pixels invalides</translation>
    </message>
    <message>
      <source>Polygon layer in any coordinate system: pixels whose centre is inside one of its features are invalid. Not set: no restriction.</source>
      <translation>Couche de polygones dans un système de coordonnées quelconque : les pixels dont le centre est dans une de ses entités sont invalides. Non renseigné : aucune restriction.</translation>
    </message>
    <message>
      <source>Polygons: coordinates</source>
      <translation>Polygones : coordonnées</translation>
    </message>
    <message>
      <source>Window: extent on the map</source>
      <translation>Fenêtre : emprise sur la carte</translation>
    </message>
    <message>
      <source>Part of the output to compute: the smallest window with all pixels whose centre lies in this extent, the same pixels as in the whole output. Given in any coordinate system; for a grid without georeference as QGIS draws the output (x = column, y = -row). Not set: as the window in output pixels, which cannot be given together with it.</source>
      <translation>Partie de la sortie à calculer : la plus petite fenêtre qui contient tous les pixels dont le centre est dans cette emprise, avec les mêmes pixels que dans la sortie entière. Donnée dans un système de coordonnées quelconque ; pour une grille sans géoréférencement, comme QGIS dessine la sortie (x = colonne, y = -ligne). Non renseigné : comme la fenêtre en pixels de sortie, qui ne peut pas être donnée en même temps.</translation>
    </message>
    <message>
      <source>Window: r0,r1,c0,c1 [output pixels]</source>
      <translation>Fenêtre : r0,r1,c0,c1 [pixels de sortie]</translation>
    </message>
    <message>
      <source>Part of the output to compute: its first row, last row, first column and last column, counted from 0, the last ones included. 0,99,200,399 gives rows 0 to 99 of columns 200 to 399, the same pixels as in the whole output. Not set: the rows and columns that the grid's tags GRID_ROWS and GRID_COLS say it was made for, else all of it. Not together with a window by extent.</source>
      <translation>Partie de la sortie à calculer : sa première et sa dernière ligne, sa première et sa dernière colonne, comptées à partir de 0, les dernières comprises. 0,99,200,399 donne les lignes 0 à 99 des colonnes 200 à 399, avec les mêmes pixels que dans la sortie entière. Non renseigné : les lignes et les colonnes pour lesquelles la grille a été faite selon ses métadonnées GRID_ROWS et GRID_COLS, sinon la sortie entière. Pas en même temps qu'une fenêtre par emprise.</translation>
    </message>
    <message>
      <source>Output: data type</source>
      <translation>Sortie : type de données</translation>
    </message>
    <message>
      <source>Type of the output's values. Integers are rounded, halves to the even neighbour, and clipped to the range of the type. Not set: the source's type.</source>
      <translation>Type des valeurs de la sortie. Les entiers sont arrondis, les demis vers le voisin pair, et saturés aux bornes du type. Non renseigné : le type de la source.</translation>
    </message>
    <message>
      <source>Output: nodata value</source>
      <translation>Sortie : valeur nodata</translation>
    </message>
    <message>
      <source>Value of invalid output pixels (in scripts also nan). Not set: the source's nodata value if the output's data type can hold it, else NaN for Float32 and Float64, else 0 that is not declared as nodata: then use the validity mask.</source>
      <translation>Valeur des pixels de sortie invalides (dans les scripts aussi nan). Non renseigné : la valeur nodata de la source si le type de données de la sortie peut la contenir, sinon NaN pour Float32 et Float64, sinon 0 non déclaré comme nodata : utiliser alors le masque de validité.</translation>
    </message>
    <message>
      <source>Output: creation options</source>
      <translation>Sortie : options de création</translation>
    </message>
    <message>
      <source>How GDAL stores the resampled raster, in scripts such as COMPRESS=DEFLATE|PREDICTOR=2. Compression uses the threads of the run. The validity mask takes one bit per pixel and is stored as it is. Not set: not compressed, in tiles.</source>
      <translation>Comment GDAL enregistre le raster rééchantillonné, dans les scripts par exemple COMPRESS=DEFLATE|PREDICTOR=2. La compression utilise aussi les threads de l'exécution. Le masque de validité prend un bit par pixel et reste tel quel. Non renseigné : non compressé, en tuiles.</translation>
    </message>
    <message>
      <source>Grid</source>
      <translation>Grille</translation>
    </message>
    <message>
      <source>GeoTIFF with two bands of Float64: row and column of the source, counted from the centre of its first pixel.</source>
      <translation>GeoTIFF à deux bandes Float64 : ligne et colonne de la source, comptées depuis le centre de son premier pixel.</translation>
    </message>
    <message>
      <source>Mask of the nodes</source>
      <translation>Masque des nœuds</translation>
    </message>
    <message>
      <source>GeoTIFF with one band of one bit: 1 for nodes that have a position.</source>
      <translation>GeoTIFF à une bande d'un bit : 1 pour les nœuds qui ont une position.</translation>
    </message>
    <message>
      <source>HTML files (*.html)</source>
      <translation>Fichiers HTML (*.html)</translation>
    </message>
    <message>
      <source>Rows of the output</source>
      <translation>Lignes de la sortie</translation>
    </message>
    <message>
      <source>Columns of the output</source>
      <translation>Colonnes de la sortie</translation>
    </message>
    <message>
      <source>Valid pixels</source>
      <translation>Pixels valides</translation>
    </message>
    <message>
      <source>Valid pixels (percent)</source>
      <translation>Pixels valides (pourcentage)</translation>
    </message>
    <message>
      <source>Resolution in rows</source>
      <translation>Résolution en lignes</translation>
    </message>
    <message>
      <source>Resolution in columns</source>
      <translation>Résolution en colonnes</translation>
    </message>
    <message>
      <source>Largest error between nodes [source pixels]</source>
      <translation>Plus grande erreur entre les nœuds [pixels de la source]</translation>
    </message>
    <message>
      <source>Error that 99 % do not exceed [source pixels]</source>
      <translation>Erreur que 99 % ne dépassent pas [pixels de la source]</translation>
    </message>
    <message>
      <source>Nodes in the source (percent)</source>
      <translation>Nœuds dans la source (pourcentage)</translation>
    </message>
    <message>
      <source>Scale: least [source per output pixel]</source>
      <translation>Échelle : la plus petite [source par pixel de sortie]</translation>
    </message>
    <message>
      <source>Scale: median of the largest in each cell</source>
      <translation>Échelle : médiane de la plus grande de chaque maille</translation>
    </message>
    <message>
      <source>Scale: greatest [source per output pixel]</source>
      <translation>Échelle : la plus grande [source par pixel de sortie]</translation>
    </message>
    <message>
      <source>Turn, median [degrees]</source>
      <translation>Rotation, médiane [degrés]</translation>
    </message>
    <message>
      <source>Cells with a scale above 1.5 (percent)</source>
      <translation>Mailles d'échelle supérieure à 1,5 (pourcentage)</translation>
    </message>
    <message>
      <source>Folded cells</source>
      <translation>Mailles repliées</translation>
    </message>
    <message>
      <source>Suggested resolution in rows</source>
      <translation>Résolution proposée en lignes</translation>
    </message>
    <message>
      <source>Suggested resolution in columns</source>
      <translation>Résolution proposée en colonnes</translation>
    </message>
    <message>
      <source>Memory of a run, at most [MiB]</source>
      <translation>Mémoire d'une exécution, au plus [Mio]</translation>
    </message>
    <message>
      <source>Command with which OTB resamples the source</source>
      <translation>Commande par laquelle l'OTB rééchantillonne la source</translation>
    </message>
    <message>
      <source>Largest error at dropped nodes [source pixels]</source>
      <translation>Plus grande erreur aux nœuds supprimés [pixels de la source]</translation>
    </message>
    <message>
      <source>Nodes that are dropped</source>
      <translation>Nœuds supprimés</translation>
    </message>
    <message>
      <source>Control points (file)</source>
      <translation>Points d'appui (fichier)</translation>
    </message>
    <message>
      <source>File of points that QGIS's Georeferencer saves (.points), or a table (.csv) with the columns row, col, x and y (or lon and lat), whose rows and columns count from the centre of the first pixel.</source>
      <translation>Fichier de points qu'enregistre le Géoréférenceur de QGIS (.points), ou table (.csv) avec les colonnes row, col, x et y (ou lon et lat), dont les lignes et colonnes comptent à partir du centre du premier pixel.</translation>
    </message>
    <message>
      <source>Control points (*.points *.csv *.txt);;All files (*)</source>
      <translation>Points d'appui (*.points *.csv *.txt);;Tous les fichiers (*)</translation>
    </message>
    <message>
      <source>Fit</source>
      <translation>Ajustement</translation>
    </message>
    <message>
      <source>How points become positions everywhere. linear: a scale and a shift of each axis, from 2 points on. helmert: a turn, one scale and a shift, from 2 on. polynomial1, polynomial2, polynomial3: of that order, from 3, 6 and 10 on. projective: as a camera sees a plane, from 4 on. tps: thin plates through all points, from 3 on.</source>
      <translation>Modèle ajusté aux points. linear : une échelle et un décalage par axe, à partir de 2 points. helmert : une rotation, une seule échelle et un décalage, à partir de 2. polynomial1, polynomial2, polynomial3 : de cet ordre, à partir de 3, 6 et 10. projective : comme une caméra voit un plan, à partir de 4. tps : plaques minces par tous les points, à partir de 3.</translation>
    </message>
    <message>
      <source>Points: coordinate system</source>
      <translation>Points : système de coordonnées</translation>
    </message>
    <message>
      <source>Coordinate system of the points on the map. Not set: what the file says in its first line, as QGIS writes it; tables have none, so give it.</source>
      <translation>Système de coordonnées des points sur la carte. Non renseigné : ce que le fichier dit dans sa première ligne, comme l'écrit QGIS ; une table n'en a pas, il faut donc le donner.</translation>
    </message>
    <message>
      <source>Points: coordinates in the source</source>
      <translation>Points : coordonnées dans la source</translation>
    </message>
    <message>
      <source>What the columns sourceX and sourceY (or pixelX, pixelY) are. pixel: pixels from the corner of the first one, y negative downwards. map: coordinates of the source's own geotransform, as newer QGIS saves them for a source that has one. auto: those by which more points lie in the source; the log tells which.</source>
      <translation>Ce que sont les colonnes sourceX et sourceY (ou pixelX, pixelY). pixel : pixels comptés depuis le coin du premier, y négatif vers le bas. map : coordonnées de la géotransformation de la source, comme les enregistre un QGIS récent pour une source qui en a une. auto : celles qui mettent le plus de points dans la source ; le journal dit lesquelles.</translation>
    </message>
    <message>
      <source>Way from the points' coordinate system to the target's, where they are fitted, as a PROJ pipeline. Not set: the best that PROJ has; the log tells which, how exact it is, and which file is missing for a better one.</source>
      <translation>Transformation du système de coordonnées des points vers celui de la cible, où ils sont ajustés, sous forme de pipeline PROJ. Non renseigné : la meilleure que PROJ possède ; le journal dit laquelle, son exactitude, et quel fichier manque pour une meilleure.</translation>
    </message>
    <message>
      <source>Residuals (table)</source>
      <translation>Résidus (table)</translation>
    </message>
    <message>
      <source>Layer of the points in the target's coordinate system, with residuals in source pixels: of the fit, and of a fit of all others (left out).</source>
      <translation>Couche des points dans le système de coordonnées de la cible, avec leurs résidus en pixels de la source : ceux de l'ajustement, et ceux d'un ajustement de tous les autres points (sans le point).</translation>
    </message>
    <message>
      <source>Report on the control points</source>
      <translation>Rapport sur les points d'appui</translation>
    </message>
    <message>
      <source>One HTML file: how well the points fit, which are odd, a picture of the residuals, and a table.</source>
      <translation>Un fichier HTML : la qualité de l'ajustement, les points douteux, une image des résidus, et une table.</translation>
    </message>
    <message>
      <source>Residuals, root mean square [source pixels]</source>
      <translation>Résidus, moyenne quadratique [pixels de la source]</translation>
    </message>
    <message>
      <source>Left-out residuals, root mean square</source>
      <translation>Résidus sans le point, moyenne quadratique</translation>
    </message>
    <message>
      <source>Number of the point that is farthest off</source>
      <translation>Numéro du point qui s'écarte le plus</translation>
    </message>
    <message>
      <source>Run: memory limit [MiB]</source>
      <translation>Exécution : limite de mémoire [Mio]</translation>
    </message>
    <message>
      <source>Mebibytes that the run may allocate. Not set: as in the Processing options, else a share of this machine's memory.</source>
      <translation>Mémoire que l'exécution peut allouer, en mébioctets. Non renseigné : comme dans les options de Traitement, sinon une part de la mémoire de cette machine.</translation>
    </message>
    <message>
      <source>Run: threads</source>
      <translation>Exécution : nombre de threads</translation>
    </message>
    <message>
      <source>How many pieces are computed at a time. Not set: as in the Processing options, else one per processor.</source>
      <translation>Nombre de morceaux calculés en même temps. Non renseigné : comme dans les options de Traitement, sinon un par processeur.</translation>
    </message>
    <message>
      <source>Run: strip height [output rows]</source>
      <translation>Exécution : hauteur de bandeau [lignes de sortie]</translation>
    </message>
    <message>
      <source>Output rows that are held in memory and written together; 0: all. Not set: chosen by the memory limit, which is best.</source>
      <translation>Lignes de sortie tenues en mémoire et écrites ensemble ; 0 : toutes. Non renseigné : choisi selon la limite de mémoire, ce qui est le mieux.</translation>
    </message>
    <message>
      <source>Run: tile height [output rows]</source>
      <translation>Exécution : hauteur de tuile [lignes de sortie]</translation>
    </message>
    <message>
      <source>Most rows of a piece that one thread computes; give the tile width, too. Not set: chosen by the memory limit, which is best.</source>
      <translation>Nombre maximal de lignes d'un morceau calculé par un thread ; donner aussi la largeur de tuile. Non renseigné : choisi selon la limite de mémoire, ce qui est le mieux.</translation>
    </message>
    <message>
      <source>Run: tile width [output columns]</source>
      <translation>Exécution : largeur de tuile [colonnes de sortie]</translation>
    </message>
    <message>
      <source>Most columns of a piece that one thread computes; give the tile height, too. Not set: chosen by the memory limit, which is best.</source>
      <translation>Nombre maximal de colonnes d'un morceau calculé par un thread ; donner aussi la hauteur de tuile. Non renseigné : choisi selon la limite de mémoire, ce qui est le mieux.</translation>
    </message>
    <message>
      <source>Run: Dask scheduler (address or file)</source>
      <translation>Exécution : ordonnanceur Dask (adresse ou fichier)</translation>
    </message>
    <message>
      <source>Computes on the workers of a Dask cluster: the address of its scheduler, such as tcp://192.168.1.7:8786, or the file that it has written. Workers must see inputs and outputs by the same names; an output that ends in .vrt stays in parts beside it, one that ends in .tif is joined. A run that was stopped goes on where it was. Not set: as in the Processing options, else this machine; the word local means this machine, too.</source>
      <translation>Calcule sur les machines d'un cluster Dask : l'adresse de son ordonnanceur, par exemple tcp://192.168.1.7:8786, ou le fichier qu'il a écrit. Les machines doivent voir les entrées et les sorties sous les mêmes noms ; une sortie qui se termine par .vrt reste en parties, à côté, celle qui se termine par .tif est réunie. Une exécution interrompue reprend où elle en était. Non renseigné : comme dans les options de Traitement, sinon cette machine ; le mot local désigne aussi cette machine.</translation>
    </message>
    <message>
      <source>Interpolation</source>
      <translation>Interpolation</translation>
    </message>
    <message>
      <source>How a value between source pixels is found. nearest: the nearest one, which keeps values (classes, codes). linear: from 2 x 2 pixels. cubic: from 4 x 4, sharper. bspline3, bspline5, bspline7, bspline9, bspline11: B-splines of that order, the most faithful; they need valid pixels farther around and take longer.</source>
      <translation>Comment trouver une valeur entre les pixels de la source. nearest : le plus proche voisin, qui garde les valeurs (classes, codes). linear : bilinéaire, à partir de 2 × 2 pixels. cubic : bicubique, à partir de 4 × 4, plus net. bspline3, bspline5, bspline7, bspline9, bspline11 : B-splines de cet ordre, les plus fidèles ; elles demandent des pixels valides plus loin autour et prennent plus de temps.</translation>
    </message>
    <message>
      <source>B-splines: precision [share of the source's range]</source>
      <translation>B-splines : précision [part de la dynamique de la source]</translation>
    </message>
    <message>
      <source>Error that the B-splines may have, as a share of the range of the source's values. A smaller one takes a little longer.</source>
      <translation>Erreur admise pour les B-splines, en part de la dynamique des valeurs de la source. Une erreur plus petite prend un peu plus de temps.</translation>
    </message>
    <message>
      <source>B-splines: influence of invalid pixels [share]</source>
      <translation>B-splines : influence des pixels invalides [part]</translation>
    </message>
    <message>
      <source>In a B-spline every source pixel has some influence on all others; an output pixel is invalid where that of an invalid one exceeds this share. 1: only invalid pixels that enter it directly count.</source>
      <translation>Dans une B-spline, chaque pixel de la source a quelque influence sur tous les autres ; un pixel de sortie est invalide là où celle d'un pixel invalide dépasse cette part. 1 : seuls comptent les pixels invalides qui y entrent directement.</translation>
    </message>
    <message>
      <source>Anti-alias: filter</source>
      <translation>Anti-repliement : filtre</translation>
    </message>
    <message>
      <source>Keeps fine detail from making false patterns where the output is coarser than the source: the grid is resampled at finer pixels, and these are put together. lanczos: smooth and sharp, for images. average: the mean of the output pixel's cell; with nearest interpolation, of whole source pixels. majority: the most frequent value of the cell, the smallest of several, for classes; with nearest interpolation only. none: no filter.</source>
      <translation>Empêche les détails fins de se replier en motifs parasites là où la sortie est plus grossière que la source : la grille est rééchantillonnée en pixels plus fins, qui sont ensuite réunis. lanczos : lisse et net, pour les images. average : la moyenne de la cellule du pixel de sortie ; avec l'interpolation nearest, de pixels entiers de la source. majority : la valeur la plus fréquente de la cellule, la plus petite s'il y en a plusieurs, pour les classes ; avec l'interpolation nearest seulement. none : pas de filtre.</translation>
    </message>
    <message>
      <source>Fine pixels per output pixel on this axis, 1 to 16, for the filter. Not set: as many as there are source pixels per output pixel in the whole grid (in 99 of 100 of its cells, rounded up); 1 where the output is not coarser.</source>
      <translation>Pixels fins par pixel de sortie sur cet axe, de 1 à 16, pour le filtre. Non renseigné : autant qu'il y a de pixels de la source par pixel de sortie dans toute la grille (dans 99 de ses cellules sur 100, arrondi par excès) ; 1 là où la sortie n'est pas plus grossière.</translation>
    </message>
    <message>
      <source>Anti-alias: oversampling of rows</source>
      <translation>Anti-repliement : suréchantillonnage des lignes</translation>
    </message>
    <message>
      <source>Anti-alias: oversampling of columns</source>
      <translation>Anti-repliement : suréchantillonnage des colonnes</translation>
    </message>
    <message>
      <source>Border: padding beyond the source</source>
      <translation>Bord : prolongement au-delà de la source</translation>
    </message>
    <message>
      <source>What interpolation finds there. none: nothing. constant: 0. edge: the last pixel. reflect: the mirror image about the last pixel. symmetric: the mirror image about the border. wrap: the source's other end. Only with the next parameter can it make output pixels valid; B-splines differ a little without it, too. It is a narrow rim, with all of them: valid pixels end 1.5 (nearest) or 1 (linear, cubic) source pixels beyond the centres of the outermost pixels, with B-splines at these centres. What lies further out is invalid; wrap does not repeat the source.</source>
      <translation>Ce que l'interpolation y trouve. none : rien. constant : 0. edge : le dernier pixel. reflect : l'image miroir par rapport au dernier pixel. symmetric : l'image miroir par rapport au bord. wrap : l'autre extrémité de la source. Ne peut rendre valides des pixels de sortie qu'avec le paramètre suivant ; les B-splines changent un peu aussi sans lui. Avec tous, ce n'est qu'une bande étroite : les pixels valides s'arrêtent à 1,5 (nearest) ou 1 (linear, cubic) pixel de la source au-delà des centres des derniers pixels, et à ces centres avec les B-splines. Ce qui est plus loin est invalide ; wrap ne répète pas la source.</translation>
    </message>
    <message>
      <source>Border: output pixels made of padding are valid</source>
      <translation>Bord : tenir pour valides les pixels issus du prolongement</translation>
    </message>
    <message>
      <source>If not, an output pixel is invalid as soon as any pixel beyond the source's border enters it.</source>
      <translation>Sinon, un pixel de sortie est invalide dès qu'un pixel au-delà du bord de la source y entre.</translation>
    </message>
    <message>
      <source>Raster to read values from. It needs no place on the map.</source>
      <translation>Raster dont les valeurs sont lues. Il n'a pas besoin d'être géoréférencé.</translation>
    </message>
    <message>
      <source>Source: bands</source>
      <translation>Source : bandes</translation>
    </message>
    <message>
      <source>Bands of the source in the order of the output; in scripts a band may come twice, such as 3;1;1. Not set: all bands.</source>
      <translation>Bandes de la source dans l'ordre de la sortie ; dans les scripts, une bande peut venir deux fois, par exemple 3;1;1. Non renseigné : toutes les bandes.</translation>
    </message>
    <message>
      <source>Source: pixels made invalid by</source>
      <translation>Source : pixels rendus invalides par</translation>
    </message>
    <message>
      <source>none: nothing further. any_band: nodata in any of the chosen bands. all_bands: nodata in all of them. dataset_mask: the source's alpha band, mask file or nodata. Values that are not finite are invalid in any case.</source>
      <translation>none : rien de plus. any_band : nodata dans une des bandes choisies. all_bands : nodata dans toutes ces bandes. dataset_mask : la bande alpha, le fichier de masque ou la valeur nodata de la source. Les valeurs non finies sont toujours invalides.</translation>
    </message>
    <message>
      <source>Source mask</source>
      <translation>Masque de la source</translation>
    </message>
    <message>
      <source>Raster of as many rows and columns as the source, that says which of its pixels are valid. Not set: those that are not nodata.</source>
      <translation>Raster d'autant de lignes et de colonnes que la source, qui indique lesquels de ses pixels sont valides. Non renseigné : ceux qui ne sont pas nodata.</translation>
    </message>
    <message>
      <source>map: on the map, in the layer's own coordinate system, which is taken to the source's; over a source without georeference as QGIS draws it (x = column, y = -row of the corners of pixels). pixel: x = column, y = row of the source, where (0, 0) is the centre of the first pixel.</source>
      <translation>map : sur la carte, dans le système de coordonnées de la couche, converti dans celui de la source ; sur une source sans géoréférencement, comme QGIS la dessine (x = colonne, y = -ligne des coins des pixels). pixel : x = colonne, y = ligne de la source, où (0, 0) est le centre du premier pixel.</translation>
    </message>
    <message>
      <source>{label} is not given.</source>
      <translation>{label} n'est pas renseigné.</translation>
    </message>
    <message>
      <source>a value of type {kind}</source>
      <translation>une valeur de type {kind}</translation>
    </message>
    <message>
      <source>WINDOW must be four whole numbers first_row,last_row,first_col,last_col such as 0,99,0,199, got {value}.</source>
      <translation>WINDOW doit contenir quatre nombres entiers first_row,last_row,first_col,last_col, par exemple 0,99,0,199 (reçu : {value}).</translation>
    </message>
    <message>
      <source>SPACING must be one whole number such as 8, or rows and columns such as 4,8, or empty, got {value}.</source>
      <translation>SPACING doit être un nombre entier tel que 8, ou lignes et colonnes telles que 4,8, ou vide (reçu : {value}).</translation>
    </message>
    <message>
      <source>CREATION_OPTIONS must be NAME=VALUE pairs between |, such as COMPRESS=DEFLATE|PREDICTOR=2, got {value}.</source>
      <translation>CREATION_OPTIONS doit contenir des paires NAME=VALUE séparées par |, par exemple COMPRESS=DEFLATE|PREDICTOR=2 (reçu : {value}).</translation>
    </message>
    <message>
      <source>CREATION_OPTIONS gives {name} two values, {first} and {value}. Give one.</source>
      <translation>CREATION_OPTIONS donne à {name} deux valeurs, {first} et {value}. N'en donner qu'une.</translation>
    </message>
    <message>
      <source>SCHEDULER must be an address such as tcp://192.168.1.7:8786, the file that a scheduler has written, local or empty, got {value}.</source>
      <translation>SCHEDULER doit être une adresse telle que tcp://192.168.1.7:8786, le fichier qu'un ordonnanceur a écrit, local, ou vide (reçu : {value}).</translation>
    </message>
    <message>
      <source>TILE_ROWS and TILE_COLS go together: give the height and the width of tiles, or none of both.</source>
      <translation>TILE_ROWS et TILE_COLS vont ensemble : donner la hauteur et la largeur des tuiles, ou aucune des deux.</translation>
    </message>
    <message>
      <source>a number</source>
      <translation>un nombre</translation>
    </message>
    <message>
      <source>a whole number of at least {least:.0f}</source>
      <translation>un nombre entier supérieur ou égal à {least:.0f}</translation>
    </message>
    <message>
      <source>a whole number</source>
      <translation>un nombre entier</translation>
    </message>
    <message>
      <source>one of {options}</source>
      <translation>l'une des valeurs {options}</translation>
    </message>
    <message>
      <source>true or false</source>
      <translation>true ou false</translation>
    </message>
    <message>
      <source>one band number</source>
      <translation>un numéro de bande</translation>
    </message>
    <message>
      <source>band numbers from 1 up (such as 3;1)</source>
      <translation>une liste de numéros de bandes à partir de 1 (par exemple 3;1)</translation>
    </message>
    <message>
      <source> or empty</source>
      <translation> ou vide</translation>
    </message>
    <message>
      <source>{name} must be {rule}{empty}, got {value}.</source>
      <translation>{name} doit être {rule}{empty} (reçu : {value}).</translation>
    </message>
    <message>
      <source>Nearest neighbour</source>
      <translation>Plus proche voisin</translation>
    </message>
    <message>
      <source>Bilinear (2 x 2)</source>
      <translation>Bilinéaire (2 x 2)</translation>
    </message>
    <message>
      <source>Cubic (4 x 4)</source>
      <translation>Cubique (4 x 4)</translation>
    </message>
    <message>
      <source>B-spline of order 3</source>
      <translation>B-spline d'ordre 3</translation>
    </message>
    <message>
      <source>B-spline of order 5</source>
      <translation>B-spline d'ordre 5</translation>
    </message>
    <message>
      <source>B-spline of order 7</source>
      <translation>B-spline d'ordre 7</translation>
    </message>
    <message>
      <source>B-spline of order 9</source>
      <translation>B-spline d'ordre 9</translation>
    </message>
    <message>
      <source>B-spline of order 11</source>
      <translation>B-spline d'ordre 11</translation>
    </message>
    <message>
      <source>No filter</source>
      <translation>Aucun filtre</translation>
    </message>
    <message>
      <source>Lanczos</source>
      <translation>Lanczos</translation>
    </message>
    <message>
      <source>Average</source>
      <translation>Moyenne</translation>
    </message>
    <message>
      <source>Majority</source>
      <translation>Valeur majoritaire</translation>
    </message>
    <message>
      <source>No padding</source>
      <translation>Aucun prolongement</translation>
    </message>
    <message>
      <source>Zeros</source>
      <translation>Zéros</translation>
    </message>
    <message>
      <source>Last pixel repeated</source>
      <translation>Dernier pixel répété</translation>
    </message>
    <message>
      <source>Mirrored about the last pixel</source>
      <translation>Miroir autour du dernier pixel</translation>
    </message>
    <message>
      <source>Mirrored about the border</source>
      <translation>Miroir autour du bord</translation>
    </message>
    <message>
      <source>Other end of the source</source>
      <translation>Périodique (bord opposé de la source)</translation>
    </message>
    <message>
      <source>Nothing further</source>
      <translation>Rien de plus</translation>
    </message>
    <message>
      <source>Nodata in any band</source>
      <translation>Nodata dans au moins une bande</translation>
    </message>
    <message>
      <source>Nodata in all bands</source>
      <translation>Nodata dans toutes les bandes</translation>
    </message>
    <message>
      <source>Alpha band, mask file or nodata</source>
      <translation>Bande alpha, fichier de masque ou nodata</translation>
    </message>
    <message>
      <source>Map coordinates</source>
      <translation>Coordonnées cartographiques</translation>
    </message>
    <message>
      <source>Pixels (columns and rows)</source>
      <translation>Pixels (colonnes et lignes)</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>Automatique</translation>
    </message>
    <message>
      <source>Centre of the first pixel: (0, 0)</source>
      <translation>Centre du premier pixel : (0, 0)</translation>
    </message>
    <message>
      <source>Centre of the first pixel: (0.5, 0.5)</source>
      <translation>Centre du premier pixel : (0.5, 0.5)</translation>
    </message>
    <message>
      <source>Centre of the first pixel: (1, 1)</source>
      <translation>Centre du premier pixel : (1, 1)</translation>
    </message>
    <message>
      <source>Row and column from (0, 0)</source>
      <translation>Ligne et colonne à partir de (0, 0)</translation>
    </message>
    <message>
      <source>Row and column from (0.5, 0.5)</source>
      <translation>Ligne et colonne à partir de (0.5, 0.5)</translation>
    </message>
    <message>
      <source>Row and column from (1, 1)</source>
      <translation>Ligne et colonne à partir de (1, 1)</translation>
    </message>
    <message>
      <source>Displacement of row and column</source>
      <translation>Déplacement en ligne et colonne</translation>
    </message>
    <message>
      <source>OTB localisation grid</source>
      <translation>Grille de localisation de l'OTB</translation>
    </message>
    <message>
      <source>OTB deformation grid</source>
      <translation>Grille de déformation de l'OTB</translation>
    </message>
    <message>
      <source>Geotransform</source>
      <translation>Géotransformation</translation>
    </message>
    <message>
      <source>Control points (GCP)</source>
      <translation>Points d'appui (GCP)</translation>
    </message>
    <message>
      <source>Rational polynomials (RPC)</source>
      <translation>Fractions rationnelles (RPC)</translation>
    </message>
    <message>
      <source>Geolocation arrays</source>
      <translation>Tableaux de géolocalisation</translation>
    </message>
    <message>
      <source>Polynomial of order 1</source>
      <translation>Polynôme d'ordre 1</translation>
    </message>
    <message>
      <source>Polynomial of order 2</source>
      <translation>Polynôme d'ordre 2</translation>
    </message>
    <message>
      <source>Polynomial of order 3</source>
      <translation>Polynôme d'ordre 3</translation>
    </message>
    <message>
      <source>Thin plate spline (TPS)</source>
      <translation>Plaques minces (TPS)</translation>
    </message>
    <message>
      <source>Projective</source>
      <translation>Projectif</translation>
    </message>
    <message>
      <source>Linear</source>
      <translation>Linéaire</translation>
    </message>
    <message>
      <source>Helmert</source>
      <translation>Helmert</translation>
    </message>
    <message>
      <source>What its coordinate system says</source>
      <translation>Selon son système de coordonnées</translation>
    </message>
    <message>
      <source>Ellipsoid WGS 84</source>
      <translation>Ellipsoïde WGS 84</translation>
    </message>
    <message>
      <source>Geoid EGM96 (SRTM)</source>
      <translation>Géoïde EGM96 (SRTM)</translation>
    </message>
    <message>
      <source>Geoid EGM2008 (Copernicus DEM)</source>
      <translation>Géoïde EGM2008 (Copernicus DEM)</translation>
    </message>
    <message>
      <source>Centre of the pixel</source>
      <translation>Centre du pixel</translation>
    </message>
    <message>
      <source>Upper left corner of the pixel</source>
      <translation>Coin supérieur gauche du pixel</translation>
    </message>
    <message>
      <source>Over the source</source>
      <translation>Sur la source</translation>
    </message>
    <message>
      <source>On the map of the output</source>
      <translation>Sur la carte de la sortie</translation>
    </message>
    <message>
      <source>Report on the grid {grid}</source>
      <translation>Rapport de grille : {grid}</translation>
    </message>
    <message>
      <source>The grid is fine: nothing in it looks like a mistake.</source>
      <translation>La grille est saine : rien n'y ressemble à une erreur.</translation>
    </message>
    <message>
      <source>Every node is masked, so no output pixel can be valid. Check the grid's nodata, its mask and the mask's valid value.</source>
      <translation>Tous les nœuds sont masqués, donc aucun pixel de sortie ne peut être valide. Vérifier la valeur nodata de la grille, son masque et la valeur valide du masque.</translation>
    </message>
    <message>
      <source>Nothing of the grid lies in the source; with rows and columns exchanged it would. Check which band is for rows and which for columns.</source>
      <translation>Rien de la grille n'est dans la source ; avec lignes et colonnes échangées, elle y serait. Vérifier quelle bande est pour les lignes et laquelle pour les colonnes.</translation>
    </message>
    <message>
      <source>Nothing of the grid lies in the source. Check the bands of the grid, and their units: pixels, not coordinates on the map.</source>
      <translation>Rien de la grille n'est dans la source. Vérifier les bandes de la grille, et leurs unités : des pixels, non des coordonnées sur la carte.</translation>
    </message>
    <message>
      <source>The grid mirrors the source: {share} of its cells turn the other way round. If the result shall not be mirrored, the bands of rows and columns are exchanged: give them the other way round.</source>
      <translation>La grille reflète la source comme un miroir : {share} de ses mailles tournent dans l'autre sens. Si le résultat ne doit pas être en miroir, les bandes de lignes et de colonnes sont échangées : les donner dans l'autre ordre.</translation>
    </message>
    <message>
      <source>The grid is folded: {share} of its cells turn against the others, so parts of the source appear more than once. They are red on the map below.</source>
      <translation>La grille est repliée : {share} de ses mailles tournent en sens inverse des autres, donc des parties de la source apparaissent plus d'une fois. Elles sont en rouge sur la carte ci-dessous.</translation>
    </message>
    <message>
      <source>The grid's resolution looks wrong: with {resolution} there are {size} source pixels per output pixel (down, right, on average). Check it: the resolution is the number of output pixels from node to node.</source>
      <translation>La résolution de la grille paraît fausse : avec {resolution}, il y a {size} pixels de la source par pixel de sortie (vers le bas, vers la droite, en moyenne). La vérifier : la résolution est le nombre de pixels de sortie d'un nœud au suivant.</translation>
    </message>
    <message>
      <source>Aliasing: {share} of the grid's cells have more than 1.5 source pixels per output pixel, where fine detail turns into false patterns. Resample with the anti-alias filter lanczos (ANTIALIAS): by itself it takes an oversampling of {fine} here.</source>
      <translation>Repliement de spectre : {share} des mailles de la grille ont plus de 1,5 pixel de la source par pixel de sortie : les détails fins s'y replient en motifs parasites. Rééchantillonner avec le filtre anti-repliement lanczos (ANTIALIAS) : il prend ici de lui-même un suréchantillonnage de {fine}.</translation>
    </message>
    <message>
      <source>If the output shall be as fine as the source, the resolution {step} is wrong: it is about {right} then.</source>
      <translation>Si la sortie doit être aussi fine que la source, la résolution {step} est fausse : elle est alors d'environ {right}.</translation>
    </message>
    <message>
      <source>The nodes that have a position are scattered: few have neighbours, between which output pixels could be interpolated. Check the grid's nodata and its mask.</source>
      <translation>Les nœuds qui ont une position sont dispersés : peu ont des voisins, entre lesquels des pixels de sortie pourraient être interpolés. Vérifier la valeur nodata de la grille et son masque.</translation>
    </message>
    <message>
      <source>The grid is too coarse: between its nodes, positions are off by about {error} source pixels, and the tolerance is {tolerance}. Make it with the resolution {suggested}.</source>
      <translation>La grille est trop grossière : entre ses nœuds, les positions s'écartent d'environ {error} pixels de la source, et la tolérance est {tolerance}. La recalculer avec la résolution {suggested}.</translation>
    </message>
    <message>
      <source>Of {nodes} nodes {inside} lie in the source; {masked} have no position.</source>
      <translation>Sur {nodes} nœuds, {inside} sont dans la source ; {masked} n'ont pas de position.</translation>
    </message>
    <message>
      <source>The cells beside nodes without a position are grey on the map below.</source>
      <translation>Les mailles à côté de nœuds sans position sont grises sur la carte ci-dessous.</translation>
    </message>
    <message>
      <source>The grid mirrors the source, as where its first row is the southern one.</source>
      <translation>La grille reflète la source comme un miroir, comme lorsque sa première ligne est la plus au sud.</translation>
    </message>
    <message>
      <source>It could be coarser: with the resolution {suggested} in place of {step}, no position would be off by more than {tolerance} source pixels.</source>
      <translation>Elle pourrait être plus grossière : avec la résolution {suggested} au lieu de {step}, aucune position ne s'écarterait de plus de {tolerance} pixel de la source.</translation>
    </message>
    <message>
      <source>Where the grid reads the source</source>
      <translation>Où la grille lit la source</translation>
    </message>
    <message>
      <source>Some lines of the grid over the source, its outline bold; the blue dot is its first node. What reaches far beyond the source is cut off.</source>
      <translation>Quelques lignes de la grille sur la source, son contour en gras ; le point bleu est son premier nœud. Ce qui va loin au-delà de la source est coupé.</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Raster source</translation>
    </message>
    <message>
      <source>Nodes (rows x columns)</source>
      <translation>Nœuds (lignes × colonnes)</translation>
    </message>
    <message>
      <source>Resolution [output pixels per node]</source>
      <translation>Résolution [pixels de sortie par nœud]</translation>
    </message>
    <message>
      <source>Output of all nodes [pixels]</source>
      <translation>Sortie de tous les nœuds [pixels]</translation>
    </message>
    <message>
      <source>Source [pixels]</source>
      <translation>Taille de la source [pixels]</translation>
    </message>
    <message>
      <source>Nodes outside of it</source>
      <translation>Nœuds hors de la source</translation>
    </message>
    <message>
      <source>Rows of the source that nodes have</source>
      <translation>Lignes de la source aux nœuds</translation>
    </message>
    <message>
      <source>Columns of the source that nodes have</source>
      <translation>Colonnes de la source aux nœuds</translation>
    </message>
    <message>
      <source>{first} to {last}</source>
      <translation>{first} à {last}</translation>
    </message>
    <message>
      <source>Scale: source pixels per output pixel</source>
      <translation>Échelle : pixels de la source par pixel de sortie</translation>
    </message>
    <message>
      <source>No cell has all of its nodes, so there is no scale and no turn.</source>
      <translation>Aucune maille n'a tous ses nœuds, donc il n'y a ni échelle ni rotation.</translation>
    </message>
    <message>
      <source>least</source>
      <translation>minimum</translation>
    </message>
    <message>
      <source>median</source>
      <translation>médiane</translation>
    </message>
    <message>
      <source>greatest</source>
      <translation>maximum</translation>
    </message>
    <message>
      <source>Direction of the largest scale</source>
      <translation>Direction de la plus grande échelle</translation>
    </message>
    <message>
      <source>Direction of the smallest scale</source>
      <translation>Direction de la plus petite échelle</translation>
    </message>
    <message>
      <source>The largest scale all over the output. Below 1 pixels of the source are enlarged; above 1.5, where the map is striped, fine detail turns into false patterns, and an anti-alias filter keeps it from that.</source>
      <translation>La plus grande échelle sur toute la sortie. Au-dessous de 1, les pixels de la source sont agrandis ; au-dessus de 1,5, là où la carte est rayée, les détails fins se replient en motifs parasites, ce qu'un filtre anti-repliement évite.</translation>
    </message>
    <message>
      <source>Cells</source>
      <translation>Mailles</translation>
    </message>
    <message>
      <source>Cells with more than 1.5 (down or right)</source>
      <translation>Mailles à plus de 1,5 (vers le bas ou la droite)</translation>
    </message>
    <message>
      <source>Oversampling that an anti-alias filter takes (rows x columns)</source>
      <translation>Suréchantillonnage que prend un filtre anti-repliement (lignes × colonnes)</translation>
    </message>
    <message>
      <source>On average (down x right)</source>
      <translation>En moyenne (vers le bas × la droite)</translation>
    </message>
    <message>
      <source>The turn is that of the output's rows in the source, counterclockwise; where the grid mirrors, after its rows are mirrored.</source>
      <translation>La rotation est celle des lignes de la sortie dans la source, dans le sens inverse des aiguilles d'une montre ; là où la grille est en miroir, une fois ses lignes inversées.</translation>
    </message>
    <message>
      <source>Folds</source>
      <translation>Replis</translation>
    </message>
    <message>
      <source>All cells turn the same way: nothing is folded.</source>
      <translation>Toutes les mailles tournent dans le même sens : rien n'est replié.</translation>
    </message>
    <message>
      <source>{cells} cells ({share}) turn against the others.</source>
      <translation>{cells} mailles ({share}) tournent en sens inverse des autres.</translation>
    </message>
    <message>
      <source>The first {number}, as row: columns of their first nodes. {places}</source>
      <translation>Les {number} premières, en ligne : colonnes de leurs premiers nœuds. {places}</translation>
    </message>
    <message>
      <source>Resolution</source>
      <translation>Résolution</translation>
    </message>
    <message>
      <source>Too few nodes near the source tell how exact other resolutions are.</source>
      <translation>Trop peu de nœuds près de la source pour estimer l'exactitude d'autres résolutions.</translation>
    </message>
    <message>
      <source>Largest error of positions that are linear between nodes. Of coarser grids it is measured at the nodes that they leave out; of this and finer ones it is estimated, as it grows with the square of the distance. The tolerance is {tolerance} source pixels.</source>
      <translation>Plus grande erreur des positions, linéaires entre les nœuds. Pour les grilles plus grossières, elle est mesurée aux nœuds qu'elles omettent ; pour celle-ci et les plus fines, elle est estimée, car elle croît avec le carré de la distance. La tolérance est de {tolerance} pixel de la source.</translation>
    </message>
    <message>
      <source>Error [source pixels]</source>
      <translation>Erreur [pixels de la source]</translation>
    </message>
    <message>
      <source>Tolerance</source>
      <translation>Tolérance</translation>
    </message>
    <message>
      <source>{resolution} (this grid)</source>
      <translation>{resolution} (cette grille)</translation>
    </message>
    <message>
      <source>loses positions</source>
      <translation>perd des positions</translation>
    </message>
    <message>
      <source>kept</source>
      <translation>respectée</translation>
    </message>
    <message>
      <source>exceeded</source>
      <translation>dépassée</translation>
    </message>
    <message>
      <source>A run with this grid</source>
      <translation>Une exécution avec cette grille</translation>
    </message>
    <message>
      <source>Output [pixels]</source>
      <translation>Sortie [pixels]</translation>
    </message>
    <message>
      <source>Memory, at most [MiB]</source>
      <translation>Mémoire, au plus [Mio]</translation>
    </message>
    <message>
      <source>Memory limit [MiB]</source>
      <translation>Limite de mémoire [Mio]</translation>
    </message>
    <message>
      <source>Threads</source>
      <translation>Threads</translation>
    </message>
    <message>
      <source>Tiles</source>
      <translation>Tuiles</translation>
    </message>
    <message>
      <source>Largest part of the source read at once [pixels]</source>
      <translation>Plus grande partie de la source lue à la fois [pixels]</translation>
    </message>
    <message>
      <source>Source pixels read, in sizes of the source</source>
      <translation>Pixels source lus, en tailles de la source</translation>
    </message>
    <message>
      <source>Pieces whose pixels are scattered in the source</source>
      <translation>Morceaux dont les pixels sont dispersés dans la source</translation>
    </message>
    <message>
      <source>Of the tiles {looked} were looked at, evenly.</source>
      <translation>Sur l'ensemble des tuiles, {looked} ont été examinées, à intervalles réguliers.</translation>
    </message>
    <message>
      <source>Neighbouring output pixels lie far apart in the source there, which makes the run slow. Check whether the grid is meant to be so.</source>
      <translation>Des pixels de sortie voisins y sont très éloignés dans la source, ce qui rend l'exécution lente. Vérifier si la grille est voulue ainsi.</translation>
    </message>
    <message>
      <source>QGIS cannot make it</source>
      <translation>QGIS ne peut pas la créer</translation>
    </message>
    <message>
      <source>The layer {name} cannot be written ({reason}). Choose another file or folder, or a temporary layer.</source>
      <translation>La couche {name} ne peut pas être écrite ({reason}). Choisir un autre fichier ou dossier, ou une couche temporaire.</translation>
    </message>
    <message>
      <source>filter acts</source>
      <translation>le filtre agit</translation>
    </message>
    <message>
      <source>no position</source>
      <translation>sans position</translation>
    </message>
    <message>
      <source>folded</source>
      <translation>repliée</translation>
    </message>
    <message>
      <source>Two results are to be {path!r}. Give each a name of its own.</source>
      <translation>Deux résultats porteraient le nom {path!r}. Donner à chacun un nom qui lui est propre.</translation>
    </message>
    <message>
      <source>residual of {size} source pixels</source>
      <translation>résidu de {size} pixels de la source</translation>
    </message>
    <message>
      <source>where the others put it</source>
      <translation>où les autres le placent</translation>
    </message>
    <message>
      <source>fitted</source>
      <translation>ajusté</translation>
    </message>
    <message>
      <source>suspect</source>
      <translation>suspect</translation>
    </message>
    <message>
      <source>disabled</source>
      <translation>désactivé</translation>
    </message>
    <message>
      <source>given twice</source>
      <translation>donné deux fois</translation>
    </message>
    <message>
      <source>pixel given twice</source>
      <translation>pixel donné deux fois</translation>
    </message>
    <message>
      <source>outside the source</source>
      <translation>hors de la source</translation>
    </message>
    <message>
      <source>Residuals in the source</source>
      <translation>Résidus dans la source</translation>
    </message>
    <message>
      <source>Points</source>
      <translation>Points</translation>
    </message>
    <message>
      <source>How it was made</source>
      <translation>Comment il a été fait</translation>
    </message>
    <message>
      <source>Control points of {source}</source>
      <translation>Points d'appui : {source}</translation>
    </message>
    <message>
      <source>The frame is the source. Arrows lead from where a point is to where the fit puts it; dashed ones to where a fit of all other points puts it.</source>
      <translation>Le cadre est la source. Les flèches vont d'un point à l'endroit où l'ajustement le place ; les flèches en tirets, à l'endroit où le place un ajustement de tous les autres points.</translation>
    </message>
    <message>
      <source>Columns and rows count from the centre of the first pixel. Residuals are source pixels; left out: from a fit of all other points. Suspect: left-out residual above 3 robust standard deviations (1.4826 x MAD).</source>
      <translation>Colonnes et lignes comptent à partir du centre du premier pixel. Les résidus sont en pixels de la source ; sans le point : d'un ajustement de tous les autres points. Suspect : résidu sans le point au-dessus de 3 écarts types robustes (1,4826 x MAD).</translation>
    </message>
    <message>
      <source>{enabled} of {count} points, fit {fit}: residuals {rms} source pixels (root mean square).</source>
      <translation>{enabled} points sur {count}, ajustement {fit}, résidus de {rms} pixels de la source (moyenne quadratique).</translation>
    </message>
    <message>
      <source>Each point left out in its turn: {rms} source pixels. The worst is point {worst}.</source>
      <translation>Chaque point omis à son tour : {rms} pixels de la source. Le pire est le point {worst}.</translation>
    </message>
    <message>
      <source>There are too many points to leave each out with this fit.</source>
      <translation>Il y a trop de points pour les omettre un à un avec cet ajustement.</translation>
    </message>
    <message>
      <source>There are too few points to leave one out: add some.</source>
      <translation>Il y a trop peu de points pour en omettre un : en ajouter.</translation>
    </message>
    <message>
      <source>{what}: {numbers}</source>
      <translation>{what} : {numbers}</translation>
    </message>
    <message>
      <source>Point</source>
      <translation>Point</translation>
    </message>
    <message>
      <source>Column</source>
      <translation>Colonne</translation>
    </message>
    <message>
      <source>Row</source>
      <translation>Ligne</translation>
    </message>
    <message>
      <source>Residual</source>
      <translation>Résidu</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Sans le point</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Remarque</translation>
    </message>
    <message>
      <source>{source} grid</source>
      <translation>{source} (grille)</translation>
    </message>
    <message>
      <source>{source} grid mask</source>
      <translation>{source} (masque de la grille)</translation>
    </message>
    <message>
      <source>Quick look</source>
      <translation>Aperçu</translation>
    </message>
    <message>
      <source>{algorithm} ({id}), GridR for QGIS {version}, {date}.</source>
      <translation>{algorithm} ({id}), GridR pour QGIS {version}, {date}.</translation>
    </message>
    <message>
      <source>{label}: {value}</source>
      <translation>{label} : {value}</translation>
    </message>
    <message>
      <source>invalid</source>
      <translation>invalide</translation>
    </message>
    <message>
      <source>valid</source>
      <translation>valide</translation>
    </message>
    <message>
      <source>in the source</source>
      <translation>dans la source</translation>
    </message>
    <message>
      <source>without a position</source>
      <translation>sans position</translation>
    </message>
    <message>
      <source>Load sample data</source>
      <translation>Charger un exemple</translation>
    </message>
    <message>
      <source>Puts a small scene, its grid and its clouds into the project.</source>
      <translation>Ajoute au projet une petite scène, sa grille et ses nuages.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Puts all that is needed to try GridR into the project: a small &lt;b&gt;scene&lt;/b&gt;, the &lt;b&gt;grid&lt;/b&gt; that brings it to the map, and the outlines of its &lt;b&gt;clouds&lt;/b&gt;. The scene is as a satellite sees it that is turned, shakes, and looks at a hill from the side: straight roads are bent in it, and it lies nowhere on the map: &lt;i&gt;Zoom to Layer&lt;/i&gt;, on a right click on its layer, shows it.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Ajoute au projet tout ce qu'il faut pour essayer GridR : une petite &lt;b&gt;scène&lt;/b&gt;, la &lt;b&gt;grille&lt;/b&gt; qui la projette sur la carte et les contours de ses &lt;b&gt;nuages&lt;/b&gt;. La scène est telle que la voit un satellite mal orienté, qui vibre et voit une colline de biais. Les routes droites y sont courbes, et elle n'est pas géoréférencée : &lt;i&gt;Zoomer sur la couche&lt;/i&gt;, par un clic droit sur sa couche, la montre.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Then open &lt;i&gt;Resample raster through a grid&lt;/i&gt;, choose &lt;i&gt;Sample scene&lt;/i&gt; as its source and &lt;i&gt;Sample grid&lt;/i&gt; as its grid, and run it. The result lies near Toulouse, and its roads are straight. With &lt;i&gt;Sample clouds&lt;/i&gt; as polygons of invalid pixels, among the advanced parameters, the clouds are left out.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Ouvrir ensuite &lt;i&gt;Rééchantillonner un raster par une grille&lt;/i&gt;, choisir &lt;i&gt;Exemple de scène&lt;/i&gt; comme source et &lt;i&gt;Exemple de grille&lt;/i&gt; comme grille, et exécuter. Le résultat se trouve près de Toulouse, et ses routes sont droites. Avec &lt;i&gt;Exemple de nuages&lt;/i&gt; comme polygones de pixels invalides, parmi les paramètres avancés, les nuages sont exclus.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The landscape is made up: there is no such place. Its licence is that of the plugin.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Le paysage est inventé : ce lieu n'existe pas. Sa licence est celle de l'extension.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>sample,example,demo,data,try,test,first steps,tutorial,learn</source>
      <translation>échantillon,exemple,démonstration,données,essayer,essai,premiers pas,tutoriel,apprendre,sample,example,demo,data,try,test,first steps,tutorial,learn</translation>
    </message>
    <message>
      <source>Scene</source>
      <translation>Scène</translation>
    </message>
    <message>
      <source>GeoTIFF with red, green and blue, without a place on the map.</source>
      <translation>GeoTIFF en rouge, vert et bleu, sans géoréférencement.</translation>
    </message>
    <message>
      <source>GeoTIFF with two bands: row and column of the scene for every eighth pixel of a map of 2 m.</source>
      <translation>GeoTIFF à deux bandes : ligne et colonne de la scène pour un pixel sur huit d'une carte à 2 m.</translation>
    </message>
    <message>
      <source>Clouds</source>
      <translation>Nuages</translation>
    </message>
    <message>
      <source>Polygons around the clouds, where QGIS draws the scene.</source>
      <translation>Polygones autour des nuages, là où QGIS dessine la scène.</translation>
    </message>
    <message>
      <source>The scene lies nowhere on the map: in QGIS, right-click its layer and choose Zoom to Layer to see it.</source>
      <translation>La scène n'est pas géoréférencée : dans QGIS, un clic droit sur sa couche, puis Zoomer sur la couche, la montre.</translation>
    </message>
    <message>
      <source>Next: Resample raster through a grid (gridr:gridresampling) with the scene as source raster (INPUT) and the grid as grid raster (GRID); with the clouds as polygons of invalid pixels (INVALID_POLYGONS) they are left out.</source>
      <translation>Ensuite : Rééchantillonner un raster par une grille (gridr:gridresampling) avec la scène comme raster source (INPUT) et la grille comme raster de grille (GRID) ; avec les nuages comme polygones de pixels invalides (INVALID_POLYGONS), ils sont exclus.</translation>
    </message>
    <message>
      <source>Sample clouds</source>
      <translation>Exemple de nuages</translation>
    </message>
    <message>
      <source>Sample scene</source>
      <translation>Exemple de scène</translation>
    </message>
    <message>
      <source>Sample grid</source>
      <translation>Exemple de grille</translation>
    </message>
    <message>
      <source>en</source>
      <translation>fr</translation>
    </message>
    <message>
      <source>The model has no field for this ({labels}): set it in the step {step} of the model, or run that by itself.</source>
      <translation>Le modèle n'a pas de champ pour cela ({labels}) : à renseigner dans son étape {step}, ou en exécutant celle-ci seule.</translation>
    </message>
    <message>
      <source>(unknown version)</source>
      <translation>(version inconnue)</translation>
    </message>
    <message>
      <source>QGIS brings its own numpy, which its other parts need as it is: install a newer version of QGIS.</source>
      <translation>QGIS apporte son propre numpy, dont ses autres parties ont besoin tel quel : installer une version plus récente de QGIS.</translation>
    </message>
    <message>
      <source>GridR needs {needs}. {hint}</source>
      <translation>GridR a besoin de {needs}. {hint}</translation>
    </message>
    <message>
      <source>Long runs are several times faster with {needs}; without, NumPy computes, with the same results. {hint}</source>
      <translation>Les longues exécutions sont plusieurs fois plus rapides avec {needs} ; sans cela, NumPy calcule, avec les mêmes résultats. {hint}</translation>
    </message>
    <message>
      <source>A scheduler is given, and for a cluster GridR needs {needs}, in the version that the cluster has. {hint} Or give no scheduler (SCHEDULER).</source>
      <translation>Un ordonnanceur est donné, et pour un cluster GridR a besoin de {needs}, dans la version installée sur le cluster. {hint} Ou ne donner aucun ordonnanceur (SCHEDULER).</translation>
    </message>
    <message>
      <source>{name} {oldest} or newer ({fault})</source>
      <translation>{name} {oldest} ou plus récent ({fault})</translation>
    </message>
    <message>
      <source>If that offers no newer version, use a newer release of your system, or QGIS from conda-forge: {conda}.</source>
      <translation>Si cela ne propose pas de version plus récente, utiliser une version plus récente du système, ou QGIS de conda-forge : {conda}.</translation>
    </message>
    <message>
      <source>{command} Then restart QGIS.</source>
      <translation>{command} Puis redémarrer QGIS.</translation>
    </message>
    <message>
      <source>In a terminal: `sudo apt install {packages}`.</source>
      <translation>Dans un terminal : `sudo apt install {packages}`.</translation>
    </message>
    <message>
      <source>In a terminal: `sudo dnf install {packages}`.</source>
      <translation>Dans un terminal : `sudo dnf install {packages}`.</translation>
    </message>
    <message>
      <source>If QGIS is from the OSGeo4W installer: choose {packages} there. If it is from a standalone installer: in the OSGeo4W Shell from the start menu, opened as administrator: `python -m pip install {pinned}`.</source>
      <translation>Si QGIS vient de l'installateur OSGeo4W : y choisir {packages}. S'il vient d'un installateur autonome : dans l'OSGeo4W Shell du menu Démarrer, ouvert en tant qu'administrateur : `python -m pip install {pinned}`.</translation>
    </message>
    <message>
      <source>In the OSGeo4W Shell from the start menu, opened as administrator: `python -m pip install {pinned}`.</source>
      <translation>Dans l'OSGeo4W Shell du menu Démarrer, ouvert en tant qu'administrateur : `python -m pip install {pinned}`.</translation>
    </message>
    <message>
      <source>In the Terminal app: `{python} -m pip install {pinned}`.</source>
      <translation>Dans l'application Terminal : `{python} -m pip install {pinned}`.</translation>
    </message>
    <message>
      <source>In a terminal: `flatpak run --devel --command=pip3 {application} install --user {pinned}`.</source>
      <translation>Dans un terminal : `flatpak run --devel --command=pip3 {application} install --user {pinned}`.</translation>
    </message>
    <message>
      <source>In QGIS's environment: {conda}.</source>
      <translation>Dans l'environnement de QGIS : {conda}.</translation>
    </message>
    <message>
      <source>Install {packages} with your system's package manager, for the Python that QGIS uses ({python}).</source>
      <translation>Installer {packages} avec le gestionnaire de paquets du système, pour le Python que QGIS utilise ({python}).</translation>
    </message>
    <message>
      <source>{name} {version} is installed but cannot be loaded: {reason}. Perhaps it was built for another numpy than {numpy}; install it again. {hint}</source>
      <translation>{name} {version} est installé mais ne peut pas être chargé : {reason}. Il a peut-être été construit pour un autre numpy que {numpy} ; le réinstaller. {hint}</translation>
    </message>
    <message>
      <source>missing</source>
      <translation>absent</translation>
    </message>
    <message>
      <source>found {version}</source>
      <translation>trouvé {version}</translation>
    </message>
    <message>
      <source>{version} in {folder}</source>
      <translation>{version} dans {folder}</translation>
    </message>
    <message>
      <source>Copy to My Models</source>
      <translation>Copier dans mes modèles</translation>
    </message>
    <message>
      <source>Now in the toolbox under Models: {path}.</source>
      <translation>Désormais dans la boîte à outils, sous Modèles : {path}.</translation>
    </message>
    <message>
      <source>To build on it, right-click it in the toolbox and choose &lt;i&gt;Copy to My Models&lt;/i&gt;.</source>
      <translation>Pour le modifier : clic droit dans la boîte à outils, &lt;i&gt;Copier dans mes modèles&lt;/i&gt;.</translation>
    </message>
    <message>
      <source>GridR: first steps</source>
      <translation>GridR : premiers pas</translation>
    </message>
    <message>
      <source>GridR (libraries are missing)</source>
      <translation>GridR (bibliothèques manquantes)</translation>
    </message>
    <message>
      <source>GridR - resampling through grids</source>
      <translation>GridR - rééchantillonnage par grilles</translation>
    </message>
    <message>
      <source>Memory limit of a run (MiB; 0: a share of the machine's memory)</source>
      <translation>Limite de mémoire (Mio ; 0 : une part de la mémoire)</translation>
    </message>
    <message>
      <source>Threads of a run (0: one per processor)</source>
      <translation>Nombre de threads (0 : un par processeur)</translation>
    </message>
    <message>
      <source>Folder for compiled kernels (from the next start of QGIS on)</source>
      <translation>Dossier des noyaux compilés (au prochain démarrage de QGIS)</translation>
    </message>
    <message>
      <source>Empty: the cache folder of the system</source>
      <translation>Vide : le dossier de cache du système</translation>
    </message>
    <message>
      <source>Who computes (auto: NumPy until compiled kernels are loaded)</source>
      <translation>Moteur de calcul (auto : NumPy, puis les noyaux compilés)</translation>
    </message>
    <message>
      <source>Dask scheduler of a cluster (address or file)</source>
      <translation>Ordonnanceur Dask d'un cluster (adresse ou fichier)</translation>
    </message>
    <message>
      <source>Empty: this machine computes</source>
      <translation>Vide : cette machine calcule</translation>
    </message>
    <message>
      <source>Give a whole number from 0 up, got {0}.</source>
      <translation>Donner un nombre entier supérieur ou égal à 0 (reçu : {0}).</translation>
    </message>
    <message>
      <source>enough of the quick look is valid</source>
      <translation>une part suffisante de l'aperçu est valide</translation>
    </message>
    <message>
      <source>too little is valid: the scene is left out</source>
      <translation>une part trop faible est valide : la scène est ignorée</translation>
    </message>
    <message>
      <source>Resample inside polygons</source>
      <translation>Rééchantillonner dans des polygones</translation>
    </message>
    <message>
      <source>Builds a source mask of polygons and resamples with it.</source>
      <translation>Construit un masque de la source à partir de polygones et rééchantillonne avec lui.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Resamples a raster through a grid where its pixels lie inside polygons of one layer and outside those of another. The mask is built once, in the geometry of the source, and may be kept: other runs on the same source can take it as their source mask.&lt;/p&gt;&lt;p&gt;A model of two steps, &lt;i&gt;Build mask&lt;/i&gt; and &lt;i&gt;Resample raster through a grid&lt;/i&gt;. To build on it, right-click it in the toolbox and choose &lt;i&gt;Copy to My Models&lt;/i&gt;.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Rééchantillonne un raster par une grille là où ses pixels sont à l'intérieur des polygones d'une couche et hors de ceux d'une autre. Le masque est construit une fois, dans la géométrie de la source, et peut être conservé : d'autres exécutions sur la même source peuvent le prendre comme masque de la source.&lt;/p&gt;&lt;p&gt;Modèle en deux étapes, &lt;i&gt;Construire un masque&lt;/i&gt; et &lt;i&gt;Rééchantillonner un raster par une grille&lt;/i&gt;. Pour le modifier : clic droit dans la boîte à outils, &lt;i&gt;Copier dans mes modèles&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>model,grid,resample,resampling,warp,validity mask,polygon,clip,cut,nodata,CNES</source>
      <translation>modèle,grille,rééchantillonner,rééchantillonnage,masque de validité,polygone,découper,découpage,model,grid,resample,resampling,warp,validity mask,polygon,clip,cut,nodata,CNES</translation>
    </message>
    <message>
      <source>Resample after a quick look</source>
      <translation>Rééchantillonner après un aperçu</translation>
    </message>
    <message>
      <source>Resamples all of a scene only if enough of its quick look is valid.</source>
      <translation>Ne rééchantillonne toute une scène que si une part suffisante de son aperçu est valide.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Resamples a quick look first: one pixel per node of the grid, by nearest. Only if enough of it is valid the scene follows, in full resolution; otherwise the log says how much is valid. In a batch over many scenes and grids this leaves out those that hardly meet.&lt;/p&gt;&lt;p&gt;The coarser the grid, the smaller the quick look: at resolution 10 it has a hundredth of the pixels, at resolution 1 as many as the scene.&lt;/p&gt;&lt;p&gt;A model of &lt;i&gt;Resample raster through a grid&lt;/i&gt;, twice, and a &lt;i&gt;Conditional branch&lt;/i&gt;. To build on it, right-click it in the toolbox and choose &lt;i&gt;Copy to My Models&lt;/i&gt;.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Rééchantillonne d'abord un aperçu : un pixel par nœud de la grille, au plus proche voisin. La scène ne suit, en pleine résolution, que si une part suffisante de l'aperçu est valide ; sinon, le journal indique quelle part est valide. Dans un traitement par lot sur de nombreuses scènes et grilles, cela écarte celles qui se recouvrent à peine.&lt;/p&gt;&lt;p&gt;Plus la grille est grossière, plus l'aperçu est petit : à la résolution 10, il a un centième des pixels, à la résolution 1, autant que la scène.&lt;/p&gt;&lt;p&gt;Modèle qui utilise deux fois &lt;i&gt;Rééchantillonner un raster par une grille&lt;/i&gt;, et une &lt;i&gt;Branche conditionnelle&lt;/i&gt;. Pour le modifier : clic droit dans la boîte à outils, &lt;i&gt;Copier dans mes modèles&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>model,grid,resample,resampling,warp,quick look,quicklook,preview,batch,CNES</source>
      <translation>modèle,grille,rééchantillonner,rééchantillonnage,aperçu,imagette,par lot,model,grid,resample,resampling,warp,quick look,quicklook,preview,batch,CNES</translation>
    </message>
    <message>
      <source>Least share of valid pixels (percent)</source>
      <translation>Part minimale de pixels valides (pourcentage)</translation>
    </message>
    <message>
      <source>The scene is resampled if at least so much of the quick look is valid.</source>
      <translation>La scène est rééchantillonnée si au moins cette part de l'aperçu est valide.</translation>
    </message>
    <message>
      <source>Orthorectify with RPCs and a DEM</source>
      <translation>Orthorectifier avec des RPC et un MNT</translation>
    </message>
    <message>
      <source>Brings a satellite image with RPCs to the map, over the heights of a DEM.</source>
      <translation>Orthorectifie une image satellite avec RPC sur les altitudes d'un MNT.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Brings an image that has rational polynomials (RPCs), as satellite images have them, to a map: makes the grid over the heights of a DEM, then resamples through it. Without a DEM all of it lies at the mean height of the RPCs. The grid is as coarse as it may be with positions off by 0.05 source pixels at most; the log tells how exact it is.&lt;/p&gt;&lt;p&gt;A model of two steps, &lt;i&gt;Grid from georeference, control points or RPCs&lt;/i&gt; and &lt;i&gt;Resample raster through a grid&lt;/i&gt;. To build on it, right-click it in the toolbox and choose &lt;i&gt;Copy to My Models&lt;/i&gt;.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Orthorectifie une image qui a un modèle RPC (fractions rationnelles), comme en ont les images satellite : calcule la grille sur les altitudes d'un MNT, puis rééchantillonne à travers elle. Sans MNT, tout se trouve à l'altitude moyenne des RPC. La grille est aussi grossière que possible avec des écarts de position d'au plus 0,05 pixel de la source ; le journal dit à quel point elle est exacte.&lt;/p&gt;&lt;p&gt;Un modèle en deux étapes, &lt;i&gt;Grille d'après géoréférencement, points d'appui ou RPC&lt;/i&gt; et &lt;i&gt;Rééchantillonner un raster par une grille&lt;/i&gt;. Pour le modifier : clic droit dans la boîte à outils, &lt;i&gt;Copier dans mes modèles&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>model,orthorectify,orthorectification,orthoimage,RPC,rational polynomial,DEM,DTM,DSM,satellite,reproject,reprojection,georeference,georeferencing,warp,Pleiades,SPOT,CNES</source>
      <translation>modèle,orthorectifier,orthorectification,orthophoto,fractions rationnelles,MNT,MNS,MNE,reprojeter,reprojection,géoréférencer,géoréférencement,Pléiades,model,orthorectify,orthoimage,RPC,rational polynomial,DEM,DTM,DSM,satellite,reproject,georeference,georeferencing,warp,Pleiades,SPOT,CNES</translation>
    </message>
    <message>
      <source>Register with control points</source>
      <translation>Recaler avec des points d'appui</translation>
    </message>
    <message>
      <source>Brings a scan or a photo to the map by control points of a file.</source>
      <translation>Recale une image numérisée ou une photo sur la carte par les points d'appui d'un fichier.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Brings an image to a map by control points, such as QGIS's Georeferencer saves (.points) or a CSV file holds them: makes the grid that the chosen fit gives, then resamples through it. The report tells how well each point fits, and how well the others foretell it: look at it before you trust the result.&lt;/p&gt;&lt;p&gt;A model of two steps, &lt;i&gt;Grid from control points&lt;/i&gt; and &lt;i&gt;Resample raster through a grid&lt;/i&gt;. To build on it, right-click it in the toolbox and choose &lt;i&gt;Copy to My Models&lt;/i&gt;.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Recale une image sur une carte par des points d'appui, tels que le Géoréférenceur de QGIS les enregistre (.points) ou qu'un fichier CSV les contient : calcule la grille que donne l'ajustement choisi, puis rééchantillonne à travers elle. Le rapport dit si chaque point s'accorde avec l'ajustement, et si les autres le prédisent : le consulter avant de se fier au résultat.&lt;/p&gt;&lt;p&gt;Un modèle en deux étapes, &lt;i&gt;Grille d'après points d'appui&lt;/i&gt; et &lt;i&gt;Rééchantillonner un raster par une grille&lt;/i&gt;. Pour le modifier : clic droit dans la boîte à outils, &lt;i&gt;Copier dans mes modèles&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>model,register,registration,coregister,coregistration,co-registration,georeference,georeferencing,georeferencer,ground control points,GCP,tie points,scan,rectify,warp,CNES</source>
      <translation>modèle,recaler,recalage,co-recalage,corecalage,géoréférencer,géoréférencement,géoréférenceur,points d'appui,points de contrôle,points de calage,points d'amer,points homologues,redresser,redressement,numérisation,model,register,registration,coregister,coregistration,co-registration,georeference,georeferencing,georeferencer,ground control points,GCP,tie points,scan,rectify,warp,CNES</translation>
    </message>
    <message>
      <source>Swath to map</source>
      <translation>Fauchée vers la carte</translation>
    </message>
    <message>
      <source>Brings a swath with longitudes and latitudes of its pixels to the map.</source>
      <translation>Projette sur la carte une fauchée dont les pixels ont des longitudes et latitudes.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Brings a swath, as scanners on satellites see it, to a map: makes the grid of the longitudes and latitudes that come with it, then resamples through it, by nearest unless another interpolation is chosen: across the edges of scans others mix what does not lie side by side. Scans that overlap (bow-tie) are found by themselves.&lt;/p&gt;&lt;p&gt;A GLT, and arrays with the places of every n-th pixel only, are for &lt;i&gt;Grid from geolocation arrays&lt;/i&gt; by itself.&lt;/p&gt;&lt;p&gt;A model of two steps, &lt;i&gt;Grid from geolocation arrays&lt;/i&gt; and &lt;i&gt;Resample raster through a grid&lt;/i&gt;. To build on it, right-click it in the toolbox and choose &lt;i&gt;Copy to My Models&lt;/i&gt;.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Projette sur une carte une fauchée, telle que la voient les scanneurs des satellites : calcule la grille d'après les longitudes et latitudes qui l'accompagnent, puis rééchantillonne à travers elle, au plus proche voisin sauf si une autre interpolation est choisie : au bord des balayages, les autres mélangent ce qui n'est pas voisin. Les balayages qui se recouvrent (effet nœud papillon) sont reconnus automatiquement.&lt;/p&gt;&lt;p&gt;Une GLT, et des tableaux avec les coordonnées d'un pixel sur n seulement, relèvent de &lt;i&gt;Grille d'après tableaux de géolocalisation&lt;/i&gt; seule.&lt;/p&gt;&lt;p&gt;Un modèle en deux étapes, &lt;i&gt;Grille d'après tableaux de géolocalisation&lt;/i&gt; et &lt;i&gt;Rééchantillonner un raster par une grille&lt;/i&gt;. Pour le modifier : clic droit dans la boîte à outils, &lt;i&gt;Copier dans mes modèles&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>model,swath,geolocation,longitude,latitude,netCDF,HDF,MODIS,VIIRS,Sentinel-3,bow-tie,georeference,georeferencing,reproject,reprojection,warp,CNES</source>
      <translation>modèle,fauchée,géolocalisation,longitude,latitude,nœud papillon,géoréférencer,géoréférencement,reprojeter,reprojection,model,swath,geolocation,netCDF,HDF,MODIS,VIIRS,Sentinel-3,bow-tie,georeference,georeferencing,reproject,warp,CNES</translation>
    </message>
    <message>
      <source>Raster that is brought to the map, all bands of it.</source>
      <translation>Raster à projeter sur la carte, avec toutes ses bandes.</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>Modèles</translation>
    </message>
    <message>
      <source>The input {file!r} is a part of an older output of this name, which this run replaces. Give the output another name.</source>
      <translation>L'entrée {file!r} fait partie d'une ancienne sortie de ce nom, que cette exécution remplace. Donner un autre nom à la sortie.</translation>
    </message>
    <message>
      <source>{count} of {total} parts are whole, and stay in {path!r}: the same job goes on from there.</source>
      <translation>{count} parties sur {total} sont complètes et restent dans {path!r} : la même exécution reprendra à partir de là.</translation>
    </message>
    <message>
      <source>There is not enough memory{reason}. Close other programs, lower the memory limit or the number of threads, or compute a window.</source>
      <translation>Il n'y a pas assez de mémoire{reason}. Fermer d'autres programmes, abaisser la limite de mémoire ou le nombre de threads, ou calculer une fenêtre.</translation>
    </message>
    <message>
      <source>The system gives no more threads. Ask for fewer, or close other programs.</source>
      <translation>Le système ne donne plus de threads. En demander moins, ou fermer d'autres programmes.</translation>
    </message>
    <message>
      <source>{name} has no raster band. Give a raster that has one.</source>
      <translation>{name} n'a pas de bande raster. Donner un raster qui en a une.</translation>
    </message>
    <message>
      <source>, ... ({count} in all)</source>
      <translation>, ... ({count} en tout)</translation>
    </message>
    <message>
      <source>{name} has no raster band of its own, but holds other rasters. Give one of them by its name: {first}{more}.</source>
      <translation>{name} n'a pas lui-même de bande raster, mais contient d'autres rasters. En donner un par son nom : {first}{more}.</translation>
    </message>
    <message>
      <source>The grid's {axis} resolution must be at least 1 output pixel per node, got {size}. Give the output pixels from node to node.</source>
      <translation>La résolution de la grille en {axis}s doit être d'au moins 1 pixel de sortie par nœud (reçu : {size}). Donner le nombre de pixels de sortie d'un nœud au suivant.</translation>
    </message>
    <message>
      <source>The grid's {axis} resolution must be at most {largest} output pixels per node, got {size}. No file holds such an output.</source>
      <translation>La résolution de la grille en {axis}s doit être d'au plus {largest} pixels de sortie par nœud (reçu : {size}). Aucun fichier ne contient une telle sortie.</translation>
    </message>
    <message>
      <source>The grid has a single node along its {axis}s: its {axis} resolution must be 1, got {size}. Use a grid of at least two nodes there.</source>
      <translation>La grille n'a qu'un nœud dans le sens des {axis}s : sa résolution en {axis}s doit être 1 (reçu : {size}). Utiliser une grille d'au moins deux nœuds dans ce sens.</translation>
    </message>
    <message>
      <source>The window's first {axis} {start} comes after its last {last}. Give the first before the last.</source>
      <translation>La première {axis} de la fenêtre, {start}, vient après la dernière, {last}. Donner la première avant la dernière.</translation>
    </message>
    <message>
      <source>The window's {axis}s {start} to {last} leave the output, whose {axis}s are 0 to {end}. Give a window inside it.</source>
      <translation>Les {axis}s {start} à {last} de la fenêtre dépassent de la sortie, dont les {axis}s vont de 0 à {end}. Donner une fenêtre qui s'y trouve entièrement.</translation>
    </message>
    <message>
      <source>The output would have {count} {axis}s, more than the {largest} that a file can have. Check the grid's resolution, or compute a window.</source>
      <translation>La sortie aurait {count} {axis}s, plus que les {largest} qu'un fichier peut avoir. Vérifier la résolution de la grille, ou calculer une fenêtre.</translation>
    </message>
    <message>
      <source>Give one of logging.getLogger, or None.</source>
      <translation>Donner un logger de logging.getLogger, ou None.</translation>
    </message>
    <message>
      <source>a logger</source>
      <translation>un logger</translation>
    </message>
    <message>
      <source>none</source>
      <translation>aucune</translation>
    </message>
    <message>
      <source>The interpolation {interpolation} has no option {unknown}. Its options: {known}.</source>
      <translation>L'interpolation {interpolation} n'a pas d'option {unknown}. Ses options : {known}.</translation>
    </message>
    <message>
      <source>Open it with rasterio.open, and close it afterwards.</source>
      <translation>L'ouvrir avec rasterio.open, et le fermer ensuite.</translation>
    </message>
    <message>
      <source>The {role}</source>
      <translation>Le jeu de données ({role})</translation>
    </message>
    <message>
      <source>an open rasterio dataset</source>
      <translation>un jeu de données rasterio ouvert</translation>
    </message>
    <message>
      <source>The {role} must be a dataset opened for writing, got {dataset}. Open it with the mode "w" or "r+".</source>
      <translation>Le jeu de données ({role}) doit être ouvert en écriture (reçu : {dataset}). L'ouvrir avec le mode "w" ou "r+".</translation>
    </message>
    <message>
      <source>The {role} must have {rows} rows, {cols} columns and {count} band(s), got {own_rows}, {own_cols} and {own_count}.</source>
      <translation>Le jeu de données ({role}) doit avoir {rows} lignes, {cols} colonnes et {count} bande(s) (reçu : {own_rows}, {own_cols} et {own_count}).</translation>
    </message>
    <message>
      <source>Give a number or a list of numbers, counted from 1.</source>
      <translation>Donner un numéro ou une liste de numéros, comptés à partir de 1.</translation>
    </message>
    <message>
      <source>band numbers</source>
      <translation>des numéros de bandes</translation>
    </message>
    <message>
      <source>The geometry pair must be (valid, invalid), each None or polygons, got {kind}. Give (polygons, None) for valid ones only.</source>
      <translation>La paire de géométries doit être (valide, invalide), chacune None ou des polygones (reçu : {kind}). Donner (polygones, None) pour ne donner que des valides.</translation>
    </message>
    <message>
      <source>[[first_row, last_row], [first_col, last_col]] in whole numbers</source>
      <translation>[[first_row, last_row], [first_col, last_col]] en nombres entiers</translation>
    </message>
    <message>
      <source>Give the last ones within, as GridR counts.</source>
      <translation>Donner les dernières comprises, comme GridR les compte.</translation>
    </message>
    <message>
      <source>With a boundary condition, trust_padding must be True or False.</source>
      <translation>Avec une condition de bord, trust_padding doit être True ou False.</translation>
    </message>
    <message>
      <source>io_strip_size_target must be GridRIOMode.INPUT or OUTPUT, got {target}.</source>
      <translation>io_strip_size_target doit être GridRIOMode.INPUT ou OUTPUT (reçu : {target}).</translation>
    </message>
    <message>
      <source>The tile shape must be at least (1, 1), got {shape}.</source>
      <translation>La taille de tuile doit être d'au moins (1, 1) (reçu : {shape}).</translation>
    </message>
    <message>
      <source>rasterize_kwargs has no {unknown}; it has alg and kwargs_alg.</source>
      <translation>rasterize_kwargs n'a pas {unknown} ; il a alg et kwargs_alg.</translation>
    </message>
    <message>
      <source>geometry origin</source>
      <translation>origine de la géométrie</translation>
    </message>
    <message>
      <source>array_in_origin must be (0, 0) unless standalone is False.</source>
      <translation>array_in_origin doit être (0, 0), sauf si standalone vaut False.</translation>
    </message>
    <message>
      <source>Give grid_mask or grid_nodata, not both.</source>
      <translation>Donner grid_mask ou grid_nodata, pas les deux.</translation>
    </message>
    <message>
      <source>grid_row and grid_col must have the same shape.</source>
      <translation>grid_row et grid_col doivent avoir la même taille.</translation>
    </message>
    <message>
      <source>grid_mask must have the shape of grid_row, and come with a grid_mask_valid_value.</source>
      <translation>grid_mask doit avoir la taille de grid_row, et venir avec un grid_mask_valid_value.</translation>
    </message>
    <message>
      <source>array_out must have {ndim} dimensions, as array_in, got {own_ndim}.</source>
      <translation>array_out doit avoir {ndim} dimensions, comme array_in (reçu : {own_ndim}).</translation>
    </message>
    <message>
      <source>array_out must have {count} band(s), as array_in, got {own_count}.</source>
      <translation>array_out doit avoir {count} bande(s), comme array_in (reçu : {own_count}).</translation>
    </message>
    <message>
      <source>array_out_win has {size} rows and columns; the result has {shape}.</source>
      <translation>array_out_win a {size} lignes et colonnes ; le résultat en a {shape}.</translation>
    </message>
    <message>
      <source>{name} of {shape} rows and columns has no room for the rows {row} to {last_row} and the columns {col} to {last_col} of the result.</source>
      <translation>{name}, de {shape} lignes et colonnes, n'a pas la place pour les lignes {row} à {last_row} et les colonnes {col} à {last_col} du résultat.</translation>
    </message>
    <message>
      <source>source</source>
      <translation>source</translation>
    </message>
    <message>
      <source>grid</source>
      <translation>grille</translation>
    </message>
    <message>
      <source>grid of columns</source>
      <translation>grille des colonnes</translation>
    </message>
    <message>
      <source>grid mask</source>
      <translation>masque de la grille</translation>
    </message>
    <message>
      <source>source mask</source>
      <translation>masque de la source</translation>
    </message>
    <message>
      <source>output</source>
      <translation>sortie</translation>
    </message>
    <message>
      <source>output mask</source>
      <translation>masque de sortie</translation>
    </message>
    <message>
      <source>The output mask must be of type uint8, got {dtype}.</source>
      <translation>Le masque de sortie doit être de type uint8 (reçu : {dtype}).</translation>
    </message>
    <message>
      <source>{name} must be 1 or more, got {index}.</source>
      <translation>{name} doit être supérieur ou égal à 1 (reçu : {index}).</translation>
    </message>
    <message>
      <source>the band of the {role}</source>
      <translation>la bande ({role})</translation>
    </message>
    <message>
      <source>build_mask needs the shape (rows, columns) of the mask.</source>
      <translation>build_mask a besoin de la taille (lignes, colonnes) du masque.</translation>
    </message>
    <message>
      <source>The resolution of the built mask must be (1, 1).</source>
      <translation>La résolution du masque construit doit être (1, 1).</translation>
    </message>
    <message>
      <source>out must have the shape {shape}, got {own_shape}.</source>
      <translation>out doit avoir la taille {shape} (reçu : {own_shape}).</translation>
    </message>
    <message>
      <source>mask_in needs its mask_in_resolution (rows, columns).</source>
      <translation>mask_in a besoin de sa résolution mask_in_resolution (lignes, colonnes).</translation>
    </message>
    <message>
      <source>mask_in must have two dimensions, got {ndim}.</source>
      <translation>mask_in doit avoir deux dimensions (reçu : {ndim}).</translation>
    </message>
    <message>
      <source>mask_in gives {found} rows and columns, not the shape {shape}. Give the part as mask_in_target_win.</source>
      <translation>mask_in donne {found} lignes et colonnes, et non la taille {shape}. Donner la partie par mask_in_target_win.</translation>
    </message>
    <message>
      <source>mask_out_values {values} cannot be stored in an output of type {dtype}.</source>
      <translation>mask_out_values {values} ne peuvent pas être enregistrées dans une sortie de type {dtype}.</translation>
    </message>
    <message>
      <source>input mask</source>
      <translation>masque d'entrée</translation>
    </message>
    <message>
      <source>mask_out_dtype must have 8 bits, got {name}. Give for example uint8.</source>
      <translation>mask_out_dtype doit avoir 8 bits (reçu : {name}). Donner par exemple uint8.</translation>
    </message>
    <message>
      <source>polygons</source>
      <translation>polygones</translation>
    </message>
    <message>
      <source>The anti-alias filter lanczos does not go with nearest interpolation, which keeps values that must not be mixed. Choose majority for classes, average for block means, or another interpolation.</source>
      <translation>Le filtre anti-repliement lanczos ne va pas avec l'interpolation nearest, qui conserve des valeurs à ne pas mélanger. Choisir majority pour des classes, average pour des moyennes par bloc, ou une autre interpolation.</translation>
    </message>
    <message>
      <source>The anti-alias filter majority counts values that occur in the source, and {interpolation} interpolation makes others. Choose nearest interpolation, or the filter lanczos or average.</source>
      <translation>Le filtre anti-repliement majority compte les valeurs présentes dans la source, et l'interpolation {interpolation} en crée d'autres. Choisir l'interpolation nearest, ou le filtre lanczos ou average.</translation>
    </message>
    <message>
      <source>An oversampling of {fine} along {axis} is given, but no anti-alias filter that it is for. Choose lanczos, average or majority, or give no oversampling.</source>
      <translation>Un suréchantillonnage de {fine} dans le sens des {axis} est donné, mais aucun filtre anti-repliement auquel il servirait. Choisir lanczos, average ou majority, ou ne donner aucun suréchantillonnage.</translation>
    </message>
    <message>
      <source>The oversampling along {axis} must be 1 to {finest} fine pixels per output pixel, got {fine}. Give one of these, or none for an automatic one.</source>
      <translation>Le suréchantillonnage dans le sens des {axis} doit être de 1 à {finest} pixels fins par pixel de sortie (reçu : {fine}). Donner l'une de ces valeurs, ou aucune pour un choix automatique.</translation>
    </message>
    <message>
      <source>The B-spline's epsilon must lie between 0 and 1, got {epsilon}. Choose for example 1e-6.</source>
      <translation>L'epsilon des B-splines doit être compris entre 0 et 1 (reçu : {epsilon}). Choisir par exemple 1e-6.</translation>
    </message>
    <message>
      <source>The mask influence threshold must be above 0, got {threshold}. Choose for example 0.001, or 1 to keep all valid pixels.</source>
      <translation>Le seuil d'influence des pixels invalides doit être supérieur à 0 (reçu : {threshold}). Choisir par exemple 0.001, ou 1 pour garder tous les pixels valides.</translation>
    </message>
    <message>
      <source>array of {axis}</source>
      <translation>tableau de {axis}</translation>
    </message>
    <message>
      <source>{name!r} has {rows} rows x {cols} columns</source>
      <translation>{name!r} a {rows} lignes x {cols} colonnes</translation>
    </message>
    <message>
      <source>The arrays of x and y have different shapes: {words}. Give two arrays that hold x and y of the same pixels.</source>
      <translation>Les tableaux de x et de y n'ont pas la même taille : {words}. Donner deux tableaux qui contiennent x et y des mêmes pixels.</translation>
    </message>
    <message>
      <source>Geolocation arrays need 2 rows and 2 columns at least, {x_name!r} has {rows} and {cols}. Give two-dimensional ones.</source>
      <translation>Les tableaux de géolocalisation doivent avoir au moins 2 lignes et 2 colonnes, {x_name!r} en a {rows} et {cols}. En donner à deux dimensions.</translation>
    </message>
    <message>
      <source>The arrays of x and y are both band {number} of {x_name!r}. Give the band of one of them as X_BAND or Y_BAND (x_index, y_index), or another raster.</source>
      <translation>Les tableaux de x et de y sont tous deux la bande {number} de {x_name!r}. Donner la bande de l'un d'eux par X_BAND ou Y_BAND (x_index, y_index), ou un autre raster.</translation>
    </message>
    <message>
      <source>The {word} step must be above 0, got {step:g}. Give the source {axis} from one of the arrays' {axis} to the next.</source>
      <translation>Le pas ({word}_step) doit être supérieur à 0 (reçu : {step:g}). Donner le nombre de {axis} de la source entre deux {axis} voisines des tableaux.</translation>
    </message>
    <message>
      <source>The geolocation arrays do not fit the source {name!r}: with the offset {offset:g} and the step {step:g} their {count} {axis} are its {axis} {first:g} to {last:g}, and it has {axis} 0 to {end}. Give {tag}_OFFSET and {tag}_STEP ({word}_offset, {word}_step), or the arrays of this source.</source>
      <translation>Les tableaux de géolocalisation ne correspondent pas à la source {name!r} : avec le décalage {offset:g} et le pas {step:g}, leurs {count} {axis} en sont les {axis} {first:g} à {last:g}, et elle a les {axis} 0 à {end}. Donner {tag}_OFFSET et {tag}_STEP ({word}_offset, {word}_step), ou les tableaux de cette source.</translation>
    </message>
    <message>
      <source>The geolocation arrays {x_name!r} and {y_name!r} hold no place: all of their values are fill values, or outside of the coordinate system. Give other arrays or bands, or check the fill value and ARRAY_CRS (array_crs).</source>
      <translation>Les tableaux de géolocalisation {x_name!r} et {y_name!r} ne contiennent aucune coordonnée : toutes leurs valeurs sont des valeurs de remplissage, ou hors du système de coordonnées. Donner d'autres tableaux ou bandes, ou vérifier la valeur de remplissage et ARRAY_CRS (array_crs).</translation>
    </message>
    <message>
      <source>polynomial 1</source>
      <translation>polynôme d'ordre 1</translation>
    </message>
    <message>
      <source>polynomial 2</source>
      <translation>polynôme d'ordre 2</translation>
    </message>
    <message>
      <source>polynomial 3</source>
      <translation>polynôme d'ordre 3</translation>
    </message>
    <message>
      <source>thin plates (tps)</source>
      <translation>plaques minces (tps)</translation>
    </message>
    <message>
      <source>projective</source>
      <translation>projectif</translation>
    </message>
    <message>
      <source>linear</source>
      <translation>linéaire</translation>
    </message>
    <message>
      <source>Polynomial 1 needs</source>
      <translation>Le polynôme d'ordre 1 demande</translation>
    </message>
    <message>
      <source>Polynomial 2 needs</source>
      <translation>Le polynôme d'ordre 2 demande</translation>
    </message>
    <message>
      <source>Polynomial 3 needs</source>
      <translation>Le polynôme d'ordre 3 demande</translation>
    </message>
    <message>
      <source>Thin plates (tps) need</source>
      <translation>L'ajustement par plaques minces (tps) demande</translation>
    </message>
    <message>
      <source>Projective needs</source>
      <translation>L'ajustement projectif demande</translation>
    </message>
    <message>
      <source>Linear needs</source>
      <translation>L'ajustement linéaire demande</translation>
    </message>
    <message>
      <source>Helmert needs</source>
      <translation>L'ajustement de Helmert demande</translation>
    </message>
    <message>
      <source>there</source>
      <translation>là</translation>
    </message>
    <message>
      <source>Use {fewer}, or add points</source>
      <translation>Choisir l'ajustement {fewer}, ou ajouter des points</translation>
    </message>
    <message>
      <source>Add points</source>
      <translation>Ajouter des points</translation>
    </message>
    <message>
      <source>{count} is</source>
      <translation>{count} est</translation>
    </message>
    <message>
      <source>{count} are</source>
      <translation>{count} sont</translation>
    </message>
    <message>
      <source>{fit_needs} {needed} points, {found} {state}. {instead}.</source>
      <translation>{fit_needs} {needed} points, {found} {state}. {instead}.</translation>
    </message>
    <message>
      <source>The points lie on one line. Add one beside it.</source>
      <translation>Les points sont tous sur une droite. En ajouter un à côté.</translation>
    </message>
    <message>
      <source>{what} {text} is none that PROJ knows. Give a code such as EPSG:32618, or WKT.</source>
      <translation>{what} {text} n'est pas connu de PROJ. Donner un code tel que EPSG:32618, ou du WKT.</translation>
    </message>
    <message>
      <source>{what} {crs} is neither geographic nor projected. Choose one that maps are drawn in, such as EPSG:4326.</source>
      <translation>{what} {crs} n'est ni géographique ni projeté. En choisir un dans lequel on dessine des cartes, tel que EPSG:4326.</translation>
    </message>
    <message>
      <source>longitude and latitude</source>
      <translation>longitude et latitude</translation>
    </message>
    <message>
      <source>a custom coordinate system ({words})</source>
      <translation>un système de coordonnées personnalisé ({words})</translation>
    </message>
    <message>
      <source>, good to {accuracy:g} m</source>
      <translation>, à {accuracy:g} m près</translation>
    </message>
    <message>
      <source>From {start} to {end}: {operation}{exact}.</source>
      <translation>De {start} vers {end} : {operation}{exact}.</translation>
    </message>
    <message>
      <source>good to {accuracy:g} m</source>
      <translation>bonnes à {accuracy:g} m près</translation>
    </message>
    <message>
      <source>of unknown accuracy</source>
      <translation>d'exactitude inconnue</translation>
    </message>
    <message>
      <source>From {start} to {end} the best operation needs {files}, which PROJ does not find here: positions are {good}. Install PROJ's data to do better.</source>
      <translation>De {start} vers {end}, la meilleure opération a besoin de {files}, que PROJ ne trouve pas ici : les positions sont {good}. Installer les données de PROJ pour faire mieux.</translation>
    </message>
    <message>
      <source>From {start} to {end} PROJ knows no exact way between the datums: positions may be off by hundreds of metres. Check both coordinate systems, or give an operation.</source>
      <translation>De {start} vers {end}, PROJ ne connaît pas de transformation exacte entre les référentiels géodésiques (datums) : les positions peuvent s'écarter de centaines de mètres. Vérifier les deux systèmes de coordonnées, ou donner une opération.</translation>
    </message>
    <message>
      <source>PROJ knows no way from {start} to {end}. Choose another coordinate system, or give an operation.</source>
      <translation>PROJ ne connaît aucune transformation de {start} vers {end}. Choisir un autre système de coordonnées, ou donner une opération.</translation>
    </message>
    <message>
      <source>it has no inverse</source>
      <translation>elle n'a pas d'inverse</translation>
    </message>
    <message>
      <source>the operation that is given</source>
      <translation>l'opération donnée</translation>
    </message>
    <message>
      <source>The operation {text} cannot be used ({reason}). Give a PROJ pipeline from the source's coordinate system to the target's, or leave it out.</source>
      <translation>L'opération {text} ne peut pas être utilisée ({reason}). Donner un pipeline de PROJ du système de coordonnées de la source vers celui de la cible, ou ne rien donner.</translation>
    </message>
    <message>
      <source>The control points lie so that they do not determine the fit, for example on two lines. Use a lower polynomial, or add points elsewhere.</source>
      <translation>Les points d'appui sont placés de telle sorte qu'ils ne déterminent pas l'ajustement, par exemple sur deux droites. Utiliser un polynôme d'ordre inférieur, ou ajouter des points ailleurs.</translation>
    </message>
    <message>
      <source>Thin plates (tps) take at most {most} points, {count} are there. Use a polynomial, or fewer points.</source>
      <translation>Les plaques minces (tps) acceptent au plus {most} points, il y en a {count}. Utiliser un polynôme, ou moins de points.</translation>
    </message>
    <message>
      <source>The control points {first} and {other} are at the same place of the map but at different pixels. Use a polynomial, or remove one of them.</source>
      <translation>Les points d'appui {first} et {other} sont au même endroit de la carte mais à des pixels différents. Utiliser un polynôme, ou retirer l'un d'eux.</translation>
    </message>
    <message>
      <source>The points lie in one row or one column. Add one beside it.</source>
      <translation>Les points sont sur une seule ligne ou une seule colonne. En ajouter un à côté.</translation>
    </message>
    <message>
      <source>No four neighbours of the geolocation arrays have a place in {crs}. Check the arrays' coordinate system ARRAY_CRS (array_crs) and their fill value, or choose another target.</source>
      <translation>Aucun groupe de quatre pixels voisins des tableaux de géolocalisation n'a de position dans {crs}. Vérifier le système de coordonnées ARRAY_CRS (array_crs) des tableaux et leur valeur de remplissage, ou choisir une autre cible.</translation>
    </message>
    <message>
      <source>The source {name!r} has tags of geolocation arrays, and no {axis}_DATASET among them. Give the arrays, or mend the tags.</source>
      <translation>La source {name!r} a des métadonnées de tableaux de géolocalisation, mais pas {axis}_DATASET parmi elles. Donner les tableaux, ou corriger les métadonnées.</translation>
    </message>
    <message>
      <source>The tag {tag} of the source {name!r} is no number: {text!r}. Give the arrays with their offsets and steps, or mend it.</source>
      <translation>La métadonnée {tag} de la source {name!r} n'est pas un nombre : {text!r}. Donner les tableaux avec leurs décalages et leurs pas, ou la corriger.</translation>
    </message>
    <message>
      <source>DEM</source>
      <translation>MNT</translation>
    </message>
    <message>
      <source>coordinate system</source>
      <translation>système de coordonnées</translation>
    </message>
    <message>
      <source>georeference</source>
      <translation>géoréférencement</translation>
    </message>
    <message>
      <source>The DEM {name!r} has no {lacks}. Give it one, for example with gdal:assignprojection, or take another DEM.</source>
      <translation>Le MNT {name!r} n'a pas de {lacks}. Lui en donner un, par exemple avec gdal:assignprojection, ou prendre un autre MNT.</translation>
    </message>
    <message>
      <source>The DEM's coordinate system</source>
      <translation>Le système de coordonnées du MNT</translation>
    </message>
    <message>
      <source>the DEM's coordinate system</source>
      <translation>ce que dit le système de coordonnées du MNT</translation>
    </message>
    <message>
      <source>its geoid</source>
      <translation>de son géoïde</translation>
    </message>
    <message>
      <source>Heights above {name} need the file {file}, which PROJ does not find here. Install PROJ's data, convert the DEM, or say that its heights count from the ellipsoid and give an offset (DEM_OFFSET).</source>
      <translation>Les altitudes comptées à partir de {name} demandent le fichier {file}, que PROJ ne trouve pas ici. Installer les données de PROJ, convertir le MNT, ou dire que ses altitudes se comptent à partir de l'ellipsoïde et donner un décalage (DEM_OFFSET).</translation>
    </message>
    <message>
      <source>The GLT {name!r} ({crs}) names no pixel: all of it is 0 or nodata. Give the one of this source; its first two bands hold column and row, counted from 1.</source>
      <translation>La GLT {name!r} ({crs}) ne désigne aucun pixel : tout y vaut 0 ou nodata. Donner celle de cette source ; ses deux premières bandes contiennent la colonne et la ligne, comptées à partir de 1.</translation>
    </message>
    <message>
      <source>The GLT {name!r} is of another scene: it names rows up to {rows:.0f} and columns up to {cols:.0f}, and the source {src_name!r} has {own_rows} rows and {own_cols} columns. Give the one of this source; its first two bands hold column and row.</source>
      <translation>La GLT {name!r} est celle d'une autre scène : elle désigne des lignes jusqu'à {rows:.0f} et des colonnes jusqu'à {cols:.0f}, et la source {src_name!r} a {own_rows} lignes et {own_cols} colonnes. Donner celle de cette source ; ses deux premières bandes contiennent la colonne et la ligne.</translation>
    </message>
    <message>
      <source>The points file {name!r} is empty. Give one with points.</source>
      <translation>Le fichier de points {name!r} est vide. En donner un avec des points.</translation>
    </message>
    <message>
      <source>The points file {name!r} has {count} points, more than {most}. Give fewer.</source>
      <translation>Le fichier de points {name!r} a {count} points, plus que {most}. En donner moins.</translation>
    </message>
    <message>
      <source>The points file {name!r} cannot be read ({reason}). Give a file of control points, such as QGIS's Georeferencer saves.</source>
      <translation>Le fichier de points {name!r} ne peut pas être lu ({reason}). Donner un fichier de points d'appui, tel que le Géoréférenceur de QGIS l'enregistre.</translation>
    </message>
    <message>
      <source>The points file {name!r} is no text. Give a file of control points, such as QGIS's Georeferencer saves, or CSV with the columns row, col, x and y.</source>
      <translation>Le fichier de points {name!r} n'est pas du texte. Donner un fichier de points d'appui, tel que le Géoréférenceur de QGIS l'enregistre, ou un CSV avec les colonnes row, col, x et y.</translation>
    </message>
    <message>
      <source>The points file {name!r} has no column {names}: its first line is {line!r}. Give a file of QGIS's Georeferencer (mapX, mapY, sourceX, sourceY), or CSV with the columns row, col, x and y.</source>
      <translation>Le fichier de points {name!r} n'a pas de colonne {names} : sa première ligne est {line!r}. Donner un fichier du Géoréférenceur de QGIS (mapX, mapY, sourceX, sourceY), ou un CSV avec les colonnes row, col, x et y.</translation>
    </message>
    <message>
      <source>is neither 1 nor 0, enabled or not</source>
      <translation>n'est ni 1 ni 0, activé ou non</translation>
    </message>
    <message>
      <source>is no number</source>
      <translation>n'est pas un nombre</translation>
    </message>
    <message>
      <source>is no number (the decimal sign is a point)</source>
      <translation>n'est pas un nombre (le séparateur décimal est le point)</translation>
    </message>
    <message>
      <source>is no place</source>
      <translation>n'est pas une coordonnée valide</translation>
    </message>
    <message>
      <source>a cell without a value</source>
      <translation>une cellule sans valeur</translation>
    </message>
    <message>
      <source>Line {number} of the points file {name!r} cannot be read: {shown} {what}. Correct or remove that line.</source>
      <translation>La ligne {number} du fichier de points {name!r} ne peut pas être lue : {shown} {what}. Corriger ou retirer cette ligne.</translation>
    </message>
    <message>
      <source>The RPC's coordinate system</source>
      <translation>Le système de coordonnées des RPC</translation>
    </message>
    <message>
      <source>geotransform</source>
      <translation>géotransformation</translation>
    </message>
    <message>
      <source>RPCs</source>
      <translation>RPC</translation>
    </message>
    <message>
      <source>control points</source>
      <translation>points d'appui</translation>
    </message>
    <message>
      <source>geolocation arrays</source>
      <translation>tableaux de géolocalisation</translation>
    </message>
    <message>
      <source>a geotransform</source>
      <translation>une géotransformation</translation>
    </message>
    <message>
      <source>The source {name!r} has no geotransform, control points, RPCs or geolocation arrays. Use *Grid from control points* with points of QGIS's Georeferencer, or *Grid from geolocation arrays*, or take another source.</source>
      <translation>La source {name!r} n'a ni géotransformation, ni points d'appui, ni RPC, ni tableaux de géolocalisation. Utiliser *Grille d'après points d'appui* avec des points du Géoréférenceur de QGIS, ou *Grille d'après tableaux de géolocalisation*, ou prendre une autre source.</translation>
    </message>
    <message>
      <source>none of these</source>
      <translation>rien</translation>
    </message>
    <message>
      <source>The source {name!r} has no {method}: it has {has}. Choose another method, or auto.</source>
      <translation>La source {name!r} n'a pas de {method} ; ce qui la géoréférence : {has}. Choisir une autre méthode, ou auto.</translation>
    </message>
    <message>
      <source>GDAL finds no target for the source in {crs} ({reason}). Give a template, or an extent and a pixel size, or another coordinate system.</source>
      <translation>GDAL ne trouve pas de cible pour la source dans {crs} ({reason}). Donner un raster de référence, ou une emprise et une taille de pixel, ou un autre système de coordonnées.</translation>
    </message>
    <message>
      <source>coordinate system (CRS)</source>
      <translation>système de coordonnées (SCR)</translation>
    </message>
    <message>
      <source>The template {name!r} has no {what}. Give one that lies on the map, or an extent, a pixel size and a coordinate system.</source>
      <translation>Le raster de référence {name!r} n'a pas de {what}. En donner un géoréférencé, ou une emprise, une taille de pixel et un système de coordonnées.</translation>
    </message>
    <message>
      <source>The template's coordinate system</source>
      <translation>Le système de coordonnées du raster de référence</translation>
    </message>
    <message>
      <source>The target's extent {extent} has no area. Give x_min &lt; x_max and y_min &lt; y_max.</source>
      <translation>L'emprise de la cible {extent} n'a pas de surface. Donner x_min &lt; x_max et y_min &lt; y_max.</translation>
    </message>
    <message>
      <source>The pixel size must be above 0, got {size:g}. Give it in units of the target's coordinate system.</source>
      <translation>La taille de pixel doit être supérieure à 0 (reçu : {size:g}). La donner en unités du système de coordonnées de la cible.</translation>
    </message>
    <message>
      <source>Pixels of {size:g} make a target of {rows} rows x {cols} columns, more than {most}. Give a larger pixel size, in units of the target's coordinate system, or a smaller extent.</source>
      <translation>Des pixels de {size:g} donnent une cible de {rows} lignes x {cols} colonnes, plus que {most}. Donner une taille de pixel plus grande, en unités du système de coordonnées de la cible, ou une emprise plus petite.</translation>
    </message>
    <message>
      <source>x {x_min} to {x_max}, y {y_min} to {y_max}</source>
      <translation>x {x_min} à {x_max}, y {y_min} à {y_max}</translation>
    </message>
    <message>
      <source>{first} and {last}</source>
      <translation>{first} et {last}</translation>
    </message>
    <message>
      <source>{first} or {last}</source>
      <translation>{first} ou {last}</translation>
    </message>
    <message>
      <source>There is no {kind} {value}. Choose one of {names}.</source>
      <translation>Il n'y a pas de {kind} {value}. Choisir parmi {names}.</translation>
    </message>
    <message>
      <source>The arrays' coordinate system</source>
      <translation>Le système de coordonnées des tableaux</translation>
    </message>
    <message>
      <source>A scan must have 2 rows at least, or 0 for none, got {scan_rows}. Give the number of detectors along the track, such as 10.</source>
      <translation>Un balayage doit avoir au moins 2 lignes, ou 0 pour aucun (reçu : {scan_rows}). Donner le nombre de détecteurs le long de la trace, par exemple 10.</translation>
    </message>
    <message>
      <source>The raster of {given} is given, and none of {other}. Give both as X_RASTER and Y_RASTER (x_raster, y_raster), perhaps the same one with two bands, or none of them to take what the source's tags name.</source>
      <translation>Le raster de {given} est donné, et pas celui de {other}. Donner les deux par X_RASTER et Y_RASTER (x_raster, y_raster), éventuellement le même avec deux bandes, ou aucun pour prendre ceux qu'indiquent les métadonnées de la source.</translation>
    </message>
    <message>
      <source>No geolocation arrays are given, and the source {name!r} names none in its tags (domain GEOLOCATION). Give X_RASTER and Y_RASTER (x_raster, y_raster), or a GLT.</source>
      <translation>Aucun tableau de géolocalisation n'est donné, et la source {name!r} n'en indique aucun dans ses métadonnées (domaine GEOLOCATION). Donner X_RASTER et Y_RASTER (x_raster, y_raster), ou une GLT.</translation>
    </message>
    <message>
      <source>The tags do not say which point of a pixel the places are of: its centre is taken. GDAL takes its upper left corner.</source>
      <translation>Les métadonnées ne disent pas à quel point du pixel se rapportent les coordonnées : le centre est retenu. GDAL prend le coin supérieur gauche.</translation>
    </message>
    <message>
      <source>Places are those of the centres of single source pixels, a step apart. GDAL counts them {rows} rows and {cols} columns further, in the middle of all pixels of a step: if they are there, add that to the offsets.</source>
      <translation>Les coordonnées sont celles des centres de pixels de la source isolés, espacés d'un pas. GDAL les compte {rows} lignes et {cols} colonnes plus loin, au milieu de tous les pixels d'un pas : si elles y sont, ajouter cela aux décalages.</translation>
    </message>
    <message>
      <source>given</source>
      <translation>donnés</translation>
    </message>
    <message>
      <source>of its tags</source>
      <translation>de ses métadonnées</translation>
    </message>
    <message>
      <source>band {number} of {name!r}</source>
      <translation>la bande {number} de {name!r}</translation>
    </message>
    <message>
      <source>The source lies on the map by geolocation arrays ({which}): {names}, {rows} rows x {cols} columns.</source>
      <translation>La source est géoréférencée par des tableaux de géolocalisation ({which}) : {names}, {rows} lignes x {cols} colonnes.</translation>
    </message>
    <message>
      <source>{share:.3g} % of the arrays' pixels have no place.</source>
      <translation>{share:.3g} % des pixels des tableaux n'ont pas de coordonnées.</translation>
    </message>
    <message>
      <source>as the arrays show</source>
      <translation>comme les tableaux le montrent</translation>
    </message>
    <message>
      <source>as asked for</source>
      <translation>comme demandé</translation>
    </message>
    <message>
      <source>The arrays have no scans that overlap ({why}).</source>
      <translation>Les tableaux n'ont pas de balayages qui se recouvrent ({why}).</translation>
    </message>
    <message>
      <source>, the first from row {first} on</source>
      <translation>, le premier à partir de la ligne {first}</translation>
    </message>
    <message>
      <source>Scans of {height} rows{later} ({why}): where they overlap, the one counts in whose middle a place lies. Interpolate by nearest there, as others mix two scans at their edges.</source>
      <translation>Balayages de {height} lignes{later} ({why}) : là où ils se recouvrent, l'emporte celui dont le milieu est le plus proche. Y interpoler par nearest, car les autres interpolations mélangent deux balayages à leurs bords.</translation>
    </message>
    <message>
      <source>GLT</source>
      <translation>GLT</translation>
    </message>
    <message>
      <source>The GLT {glt!r} has no georeference. Give one that lies on the map.</source>
      <translation>La GLT {glt!r} n'a pas de géoréférencement. En donner une géoréférencée.</translation>
    </message>
    <message>
      <source>The GLT {glt!r} has no coordinate system (CRS). Give it as ARRAY_CRS (array_crs).</source>
      <translation>La GLT {glt!r} n'a pas de système de coordonnées (SCR). Le donner par ARRAY_CRS (array_crs).</translation>
    </message>
    <message>
      <source>The GLT's coordinate system</source>
      <translation>Le système de coordonnées de la GLT</translation>
    </message>
    <message>
      <source>The source lies on the map by the GLT {glt!r}: each pixel of the target is one of the source, without interpolation.</source>
      <translation>La source est géoréférencée par la GLT {glt!r} : chaque pixel de la cible en est un de la source, sans interpolation.</translation>
    </message>
    <message>
      <source>A GLT is given, and for arrays besides: {names}. Give the GLT alone, or the arrays.</source>
      <translation>Une GLT est donnée, et en plus, pour des tableaux : {names}. Donner la GLT seule, ou les tableaux.</translation>
    </message>
    <message>
      <source>The source is not given. A grid for OTB comes with the command that reads the source through it: give the source raster.</source>
      <translation>La source n'est pas donnée. Une grille pour l'OTB vient avec la commande qui lit la source à travers elle : donner le raster source.</translation>
    </message>
    <message>
      <source>The source is not given. The grid counts in coordinates of the map, which the source's geotransform takes to its pixels: give the source raster, or pixel as what coordinates mean.</source>
      <translation>La source n'est pas donnée. La grille est en coordonnées cartographiques, que la géotransformation de la source convertit en pixels : donner le raster source, ou choisir pixel comme sens des coordonnées.</translation>
    </message>
    <message>
      <source>The source {name!r} has no geotransform, by which coordinates of the map could become its pixels. Give the raster that the grid was made for, or pixel as what coordinates mean.</source>
      <translation>La source {name!r} n'a pas de géotransformation pour convertir des coordonnées cartographiques en pixels. Donner le raster pour lequel la grille a été faite, ou choisir pixel comme sens des coordonnées.</translation>
    </message>
    <message>
      <source>The {what} {name!r} lies turned on the map, or its pixels have no area, and grids of OTB are upright. Give one that lies upright.</source>
      <translation>La {what} {name!r} est tournée sur la carte, ou ses pixels ont une surface nulle ; les grilles de l'OTB sont alignées sur les axes. En donner une qui le soit.</translation>
    </message>
    <message>
      <source>output pixels of size 1</source>
      <translation>pixels de sortie de taille 1</translation>
    </message>
    <message>
      <source>pixels as large as the source's</source>
      <translation>pixels de la taille de ceux de la source</translation>
    </message>
    <message>
      <source>The grid's nodes lie {rows:.10g} x {cols:.10g} {unit} apart by its geotransform, which is no whole number of them. Give the spacing: the output pixels from node to node.</source>
      <translation>Selon sa géotransformation, les nœuds de la grille sont espacés de {rows:.10g} x {cols:.10g} {unit}, ce qui n'en est pas un nombre entier. Donner l'espacement : les pixels de sortie d'un nœud au suivant.</translation>
    </message>
    <message>
      <source>The grid has a {axis} resolution of {old} output pixels, and {new} is asked for. Give one that divides {old}, or a multiple of it.</source>
      <translation>La grille a une résolution en {axis}s de {old} pixels de sortie, et {new} est demandé. Donner un diviseur de {old}, ou un multiple.</translation>
    </message>
    <message>
      <source>Nothing changes: the output is a copy of the grid.</source>
      <translation>Rien ne change : la sortie est une copie de la grille.</translation>
    </message>
    <message>
      <source>rows {row_reason}, columns {col_reason}</source>
      <translation>lignes : {row_reason}, colonnes : {col_reason}</translation>
    </message>
    <message>
      <source>rows from band {row_band}, columns from band {col_band}</source>
      <translation>lignes de la bande {row_band}, colonnes de la bande {col_band}</translation>
    </message>
    <message>
      <source>y from band {row_band}, x from band {col_band}</source>
      <translation>y de la bande {row_band}, x de la bande {col_band}</translation>
    </message>
    <message>
      <source>Grid: {rows} x {cols} nodes, {step_rows} x {step_cols} output pixels apart ({reason}); {bands}.</source>
      <translation>Grille : {rows} x {cols} nœuds, espacés de {step_rows} x {step_cols} pixels de sortie ({reason}) ; {bands}.</translation>
    </message>
    <message>
      <source>The grid does not say how many output pixels lie from node to node, and each position depends on it: 1 is taken. If it is another number, give it as SPACING (spacing).</source>
      <translation>La grille ne dit pas combien de pixels de sortie séparent deux nœuds, et chaque position en dépend : la valeur 1 est retenue. Si c'est un autre nombre, le donner par SPACING (spacing).</translation>
    </message>
    <message>
      <source>OTB has made this grid, by its tags, and it is read as none of OTB's: if it is one, choose otb_def or otb_loc as what it holds.</source>
      <translation>L'OTB a fait cette grille, d'après ses métadonnées, et elle est lue comme n'étant pas de l'OTB : si elle en est, choisir otb_def ou otb_loc comme contenu.</translation>
    </message>
    <message>
      <source>From and to are OTB's both: to resample through the grid here, convert it to absolute.</source>
      <translation>L'origine et la destination sont toutes deux de l'OTB : pour rééchantillonner ici par la grille, la convertir en absolute.</translation>
    </message>
    <message>
      <source>Coordinates of the map are those of OTB's grids: this is none.</source>
      <translation>Les coordonnées de la carte sont l'affaire des grilles de l'OTB : celle-ci n'en est pas une.</translation>
    </message>
    <message>
      <source>OTB holds grids in 32 bits: in otb_def, whose numbers are smaller, it keeps ten times as much of the positions.</source>
      <translation>L'OTB garde les grilles sur 32 bits : en otb_def, dont les nombres sont plus petits, il garde dix fois plus de précision des positions.</translation>
    </message>
    <message>
      <source>The grid's tag {tag} is {text!r}, not a whole number. Mend it or give the grid's resolution.</source>
      <translation>La métadonnée {tag} de la grille vaut {text!r}, ce qui n'est pas un nombre entier. La corriger ou donner la résolution de la grille.</translation>
    </message>
    <message>
      <source>tag</source>
      <translation>métadonnée</translation>
    </message>
    <message>
      <source>default</source>
      <translation>par défaut</translation>
    </message>
    <message>
      <source>asked for</source>
      <translation>comme demandé</translation>
    </message>
    <message>
      <source>default: 1 and 2</source>
      <translation>par défaut : 1 et 2</translation>
    </message>
    <message>
      <source>default: 1</source>
      <translation>par défaut : 1</translation>
    </message>
    <message>
      <source>the other of the first two</source>
      <translation>l'autre des deux premières</translation>
    </message>
    <message>
      <source>The grid {name!r} has one band. A grid has two, the rows and the columns that the source is read at; or give the columns' raster of their own.</source>
      <translation>La grille {name!r} a une seule bande. Une grille en a deux, les lignes et les colonnes où la source est lue ; ou bien donner un raster séparé des colonnes.</translation>
    </message>
    <message>
      <source>grid of row coordinates</source>
      <translation>grille des coordonnées de lignes</translation>
    </message>
    <message>
      <source>grid of column coordinates</source>
      <translation>grille des coordonnées de colonnes</translation>
    </message>
    <message>
      <source>Rows and columns are both read from band {row} of the grid. Give two different bands, or the columns' raster of their own.</source>
      <translation>Les lignes et les colonnes sont lues toutes deux de la bande {row} de la grille. Donner deux bandes différentes, ou un raster séparé des colonnes.</translation>
    </message>
    <message>
      <source>The rasters of the row and of the column coordinates have the shapes {row_shape} and {col_shape} (rows, columns); they must be equal.</source>
      <translation>Les rasters des coordonnées de lignes et de colonnes ont les tailles {row_shape} et {col_shape} (lignes, colonnes) ; elles doivent être égales.</translation>
    </message>
    <message>
      <source>Band {index} of the grid {name!r} is complex. Give real coordinates, for example as Float64.</source>
      <translation>La bande {index} de la grille {name!r} est complexe. Donner des coordonnées réelles, par exemple en Float64.</translation>
    </message>
    <message>
      <source>Band {index} of the grid {name!r} has the scale {scale:g} and the offset {offset:g}, which give no coordinates. Mend them, for example with gdal_edit.py -scale 1 -offset 0.</source>
      <translation>La bande {index} de la grille {name!r} a le facteur d'échelle {scale:g} et le décalage {offset:g}, qui ne donnent pas de coordonnées. Les corriger, par exemple avec gdal_edit.py -scale 1 -offset 0.</translation>
    </message>
    <message>
      <source>described {text!r}</source>
      <translation>décrite {text!r}</translation>
    </message>
    <message>
      <source>The grid is the source: band {band} of {name!r} would be both a coordinate of the nodes and resampled. Choose the raster that holds the grid; if one file holds both, choose the bands of the source.</source>
      <translation>La grille est la source : la bande {band} de {name!r} serait à la fois une coordonnée des nœuds et rééchantillonnée. Choisir le raster qui contient la grille ; si un fichier contient les deux, choisir les bandes de la source.</translation>
    </message>
    <message>
      <source>The DEM {name!r} has no height where the image is: it covers {covered} ({crs}), the image about {image} (EPSG:4326). Give a DEM of that place, or a height.</source>
      <translation>Le MNT {name!r} n'a pas d'altitude là où est l'image : il couvre {covered} ({crs}), l'image environ {image} (EPSG:4326). Donner un MNT de cette zone, ou une altitude.</translation>
    </message>
    <message>
      <source>the source {footprint}</source>
      <translation>la source {footprint}</translation>
    </message>
    <message>
      <source>the source lies elsewhere</source>
      <translation>la source est ailleurs</translation>
    </message>
    <message>
      <source>no place there has a position in the source</source>
      <translation>aucun point n'y a de position dans la source</translation>
    </message>
    <message>
      <source>that is rows {rows} to {last_row} and columns {cols} to {last_col} of it</source>
      <translation>ce sont ses lignes {rows} à {last_row} et ses colonnes {cols} à {last_col}</translation>
    </message>
    <message>
      <source>No node lies in the source: the target covers {extent} ({crs}), {where}. Give a target that meets the source, or check the coordinate systems.</source>
      <translation>Aucun nœud n'est dans la source : la cible couvre {extent} ({crs}), {where}. Donner une cible qui recoupe la source, ou vérifier les systèmes de coordonnées.</translation>
    </message>
    <message>
      <source>The name of the source</source>
      <translation>Le nom de la source</translation>
    </message>
    <message>
      <source>The name of the output</source>
      <translation>Le nom de la sortie</translation>
    </message>
    <message>
      <source>The name of the output mask</source>
      <translation>Le nom du masque de sortie</translation>
    </message>
    <message>
      <source>The name of the template</source>
      <translation>Le nom du raster de référence</translation>
    </message>
    <message>
      <source>The target's coordinate system</source>
      <translation>Le système de coordonnées de la cible</translation>
    </message>
    <message>
      <source>The target's extent</source>
      <translation>L'emprise de la cible</translation>
    </message>
    <message>
      <source>The pixel size</source>
      <translation>La taille de pixel</translation>
    </message>
    <message>
      <source>The grid's row resolution</source>
      <translation>La résolution de la grille en lignes</translation>
    </message>
    <message>
      <source>The grid's column resolution</source>
      <translation>La résolution de la grille en colonnes</translation>
    </message>
    <message>
      <source>The tolerance</source>
      <translation>La tolérance</translation>
    </message>
    <message>
      <source>The operation</source>
      <translation>L'opération</translation>
    </message>
    <message>
      <source>The method</source>
      <translation>La méthode</translation>
    </message>
    <message>
      <source>The source's coordinate system</source>
      <translation>Le système de coordonnées de la source</translation>
    </message>
    <message>
      <source>The fit</source>
      <translation>L'ajustement</translation>
    </message>
    <message>
      <source>The height</source>
      <translation>L'altitude</translation>
    </message>
    <message>
      <source>The name of the DEM</source>
      <translation>Le nom du MNT</translation>
    </message>
    <message>
      <source>The band of the DEM</source>
      <translation>La bande du MNT</translation>
    </message>
    <message>
      <source>What heights of the DEM count from</source>
      <translation>L'origine des altitudes du MNT</translation>
    </message>
    <message>
      <source>The offset of the DEM</source>
      <translation>Le décalage du MNT</translation>
    </message>
    <message>
      <source>The name of the points file</source>
      <translation>Le nom du fichier de points</translation>
    </message>
    <message>
      <source>The points' coordinate system</source>
      <translation>Le système de coordonnées des points</translation>
    </message>
    <message>
      <source>The frame of the source</source>
      <translation>Le repère de la source</translation>
    </message>
    <message>
      <source>The grid's convention</source>
      <translation>La convention de la grille</translation>
    </message>
    <message>
      <source>The output's convention</source>
      <translation>La convention de la sortie</translation>
    </message>
    <message>
      <source>What coordinates of OTB mean</source>
      <translation>Le sens des coordonnées de l'OTB</translation>
    </message>
    <message>
      <source>The spacing</source>
      <translation>L'espacement</translation>
    </message>
    <message>
      <source>The frame</source>
      <translation>Le repère</translation>
    </message>
    <message>
      <source>The density</source>
      <translation>La densité</translation>
    </message>
    <message>
      <source>The grid shift</source>
      <translation>Le décalage de la grille</translation>
    </message>
    <message>
      <source>The name of the raster of x</source>
      <translation>Le nom du raster de x</translation>
    </message>
    <message>
      <source>The band of x</source>
      <translation>La bande de x</translation>
    </message>
    <message>
      <source>The name of the raster of y</source>
      <translation>Le nom du raster de y</translation>
    </message>
    <message>
      <source>The band of y</source>
      <translation>La bande de y</translation>
    </message>
    <message>
      <source>The name of the GLT</source>
      <translation>Le nom de la GLT</translation>
    </message>
    <message>
      <source>The line offset</source>
      <translation>Le décalage en lignes</translation>
    </message>
    <message>
      <source>The line step</source>
      <translation>Le pas en lignes</translation>
    </message>
    <message>
      <source>The pixel offset</source>
      <translation>Le décalage en pixels</translation>
    </message>
    <message>
      <source>The pixel step</source>
      <translation>Le pas en pixels</translation>
    </message>
    <message>
      <source>The convention of the arrays</source>
      <translation>La convention des tableaux</translation>
    </message>
    <message>
      <source>The rows of a scan</source>
      <translation>Le nombre de lignes d'un balayage</translation>
    </message>
    <message>
      <source>The fill value</source>
      <translation>La valeur de remplissage</translation>
    </message>
    <message>
      <source>A height and a DEM are given. Give one of them, or an offset (DEM_OFFSET) to shift the DEM.</source>
      <translation>Une altitude et un MNT sont donnés. N'en donner qu'un, ou un décalage (DEM_OFFSET) pour décaler le MNT.</translation>
    </message>
    <message>
      <source>An offset of the DEM is given, and no DEM. Give the DEM, or a height.</source>
      <translation>Un décalage du MNT est donné, et pas de MNT. Donner le MNT, ou une altitude.</translation>
    </message>
    <message>
      <source>The geotransform of the source {name!r} gives its pixels no area. Mend it, or choose another method.</source>
      <translation>La géotransformation de la source {name!r} donne à ses pixels une surface nulle. La corriger, ou choisir une autre méthode.</translation>
    </message>
    <message>
      <source>{count} control points, fit {fit}.</source>
      <translation>{count} points d'appui, ajustement : {fit}.</translation>
    </message>
    <message>
      <source> (the RPC's own; a DEM is more exact)</source>
      <translation> (celle des RPC eux-mêmes ; un MNT est plus exact)</translation>
    </message>
    <message>
      <source>Height {height:g} m above the ellipsoid{why}.</source>
      <translation>Altitude de {height:g} m au-dessus de l'ellipsoïde{why}.</translation>
    </message>
    <message>
      <source>The {of} of the source {name!r} has no coordinate system (CRS). Give it as SOURCE_CRS (src_crs).</source>
      <translation>Pas de système de coordonnées (SCR) pour : {of} de la source {name!r}. Le donner par SOURCE_CRS (src_crs).</translation>
    </message>
    <message>
      <source>; it has {others}, too</source>
      <translation> ; elle a aussi : {others}</translation>
    </message>
    <message>
      <source>The source lies on the map by its {method}{also}.</source>
      <translation>La source est géoréférencée par : {method}{also}.</translation>
    </message>
    <message>
      <source>The height or the DEM plays no part: only RPCs need one.</source>
      <translation>L'altitude ou le MNT ne joue aucun rôle : seuls les RPC en ont besoin.</translation>
    </message>
    <message>
      <source>The fit {fit} plays no part: it is for control points.</source>
      <translation>L'ajustement {fit} ne joue aucun rôle : il ne concerne que les points d'appui.</translation>
    </message>
    <message>
      <source>The source's coordinate system plays no part: RPCs have longitude and latitude (WGS 84).</source>
      <translation>Le système de coordonnées de la source ne joue aucun rôle : les RPC ont longitude et latitude (WGS 84).</translation>
    </message>
    <message>
      <source>The DEM has heights for about {share:.3g} % of the image: elsewhere the grid has no position, and pixels are lost. Give a DEM that covers it all.</source>
      <translation>Le MNT a des altitudes pour environ {share:.3g} % de l'image : ailleurs la grille n'a pas de position, et des pixels sont perdus. Donner un MNT qui la couvre entièrement.</translation>
    </message>
    <message>
      <source>Heights of the DEM to the ellipsoid: {operation}.</source>
      <translation>Altitudes du MNT vers l'ellipsoïde : {operation}.</translation>
    </message>
    <message>
      <source>The DEM's coordinate system does not say what its heights count from: they are taken as above the ellipsoid. If they are above sea level, as in most DEMs, say so (egm96, egm2008) or give an offset.</source>
      <translation>Le système de coordonnées du MNT ne dit pas à partir de quoi se comptent ses altitudes : elles sont prises comme au-dessus de l'ellipsoïde. Si elles sont au-dessus du niveau de la mer, comme dans la plupart des MNT, le dire (egm96, egm2008) ou donner un décalage.</translation>
    </message>
    <message>
      <source>Points in the source: pixels, x = column and y = -row from the corner of the first one</source>
      <translation>Points dans la source : pixels, x = colonne et y = -ligne à partir du coin du premier</translation>
    </message>
    <message>
      <source>Points in the source: coordinates of its own geotransform</source>
      <translation>Points dans la source : coordonnées de sa propre géotransformation</translation>
    </message>
    <message>
      <source>given twice: one before has the same place and pixel, and polynomials weigh both.</source>
      <translation>donné(s) deux fois : un point précédent a la même position et le même pixel, et les polynômes tiennent compte des deux.</translation>
    </message>
    <message>
      <source>at the pixel of one before, but at another place of the map. Check both.</source>
      <translation>au pixel d'un point précédent, mais en un autre endroit de la carte. Vérifier les deux.</translation>
    </message>
    <message>
      <source>off by more than {most:g} robust standard deviations (1.4826 x MAD) from where the others put it: look there first.</source>
      <translation>à plus de {most:g} écarts types robustes (1,4826 x MAD) de l'endroit prédit par les autres : regarder là d'abord.</translation>
    </message>
    <message>
      <source>enabled</source>
      <translation>activé(s)</translation>
    </message>
    <message>
      <source>The points file {file!r} does not say its coordinate system (CRS). Give it as POINTS_CRS (points_crs), such as EPSG:4326.</source>
      <translation>Le fichier de points {file!r} ne dit pas son système de coordonnées (SCR). Le donner par POINTS_CRS (points_crs), par exemple EPSG:4326.</translation>
    </message>
    <message>
      <source>The points file {file!r} gives rows and columns, no map coordinates of the source. Choose the frame pixel, or auto.</source>
      <translation>Le fichier de points {file!r} donne des lignes et des colonnes, pas des coordonnées cartographiques de la source. Choisir le repère pixel, ou auto.</translation>
    </message>
    <message>
      <source>Points in the source: rows and columns from the centre of the first pixel.</source>
      <translation>Points dans la source : lignes et colonnes à partir du centre du premier pixel.</translation>
    </message>
    <message>
      <source>The points are said to be in map coordinates of the source, and {name!r} has no geotransform. Choose the frame pixel, or auto.</source>
      <translation>Les points sont dits en coordonnées cartographiques de la source, et {name!r} n'a pas de géotransformation. Choisir le repère pixel, ou auto.</translation>
    </message>
    <message>
      <source>pixels</source>
      <translation>pixels</translation>
    </message>
    <message>
      <source>map coordinates</source>
      <translation>coordonnées cartographiques</translation>
    </message>
    <message>
      <source>of {count} points {inside} lie in the source so</source>
      <translation>sur {count} points, {inside} sont ainsi dans la source</translation>
    </message>
    <message>
      <source>{inside} as {frame}</source>
      <translation>{inside} en {frame}</translation>
    </message>
    <message>
      <source>{frame}: {of}, {other}.</source>
      <translation>{frame} : {of}, {other}.</translation>
    </message>
    <message>
      <source>Point {number} (x {x:.10g}, y {y:.10g} in {start}) has no place in {end}. Check the points' coordinate system (POINTS_CRS), or remove the point.</source>
      <translation>Le point {number} (x {x:.10g}, y {y:.10g} dans {start}) n'a pas de position dans {end}. Vérifier le système de coordonnées des points (POINTS_CRS), ou retirer le point.</translation>
    </message>
    <message>
      <source>The operation {operation!r} is left out: it does not lead from {start}, in which the points are, to {end}.</source>
      <translation>L'opération {operation!r} est ignorée : elle ne mène pas de {start}, où sont les points, vers {end}.</translation>
    </message>
    <message>
      <source>Points {later} and {first} are at the same place of the map but at different pixels. Disable one.</source>
      <translation>Les points {later} et {first} sont au même endroit de la carte mais à des pixels différents. En désactiver un.</translation>
    </message>
    <message>
      <source>{count} points of {total}, fit {fit} in {crs}.</source>
      <translation>{count} points sur {total}, ajustement : {fit}, dans {crs}.</translation>
    </message>
    <message>
      <source>each left out in its turn {without}</source>
      <translation>chacun omis à son tour {without}</translation>
    </message>
    <message>
      <source>there are too many to leave one out</source>
      <translation>il y en a trop pour les omettre un à un</translation>
    </message>
    <message>
      <source>there are too few to leave one out</source>
      <translation>il y en a trop peu pour en omettre un</translation>
    </message>
    <message>
      <source>Residuals: {rms} source pixels (root mean square), {said}; the worst is point {worst}.</source>
      <translation>Résidus : {rms} pixels de la source (moyenne quadratique), {said} ; le pire est le point {worst}.</translation>
    </message>
    <message>
      <source>Disabled: {points}.</source>
      <translation>Désactivé(s) : {points}.</translation>
    </message>
    <message>
      <source> QGIS counts y downwards as negative.</source>
      <translation> QGIS compte y vers le bas en négatif.</translation>
    </message>
    <message>
      <source>{points} more than {far:g} pixels outside of the source: check the frame (SOURCE_FRAME), and whether it is this source.{hint}</source>
      <translation>{points} à plus de {far:g} pixels hors de la source : vérifier le repère (SOURCE_FRAME), et si c'est bien cette source.{hint}</translation>
    </message>
    <message>
      <source>point {number}</source>
      <translation>point {number}</translation>
    </message>
    <message>
      <source>points {numbers}</source>
      <translation>points {numbers}</translation>
    </message>
    <message>
      <source>Point {number} is</source>
      <translation>Le point {number} est</translation>
    </message>
    <message>
      <source>Points {numbers} are</source>
      <translation>Les points {numbers} sont</translation>
    </message>
    <message>
      <source>{more} more</source>
      <translation>{more} autres</translation>
    </message>
    <message>
      <source>A template is given, and a coordinate system, an extent or a pixel size besides. The template has all of these: give it alone, or them.</source>
      <translation>Un raster de référence est donné, et en plus un système de coordonnées, une emprise ou une taille de pixel. Le raster de référence a tout cela : le donner seul, ou bien eux.</translation>
    </message>
    <message>
      <source>The tolerance must be above 0, got {tolerance:g}. Give the source pixels that positions may be off between nodes, such as 0.05.</source>
      <translation>La tolérance doit être supérieure à 0 (reçu : {tolerance:g}). Donner de combien de pixels de la source les positions peuvent s'écarter entre les nœuds, par exemple 0.05.</translation>
    </message>
    <message>
      <source>The operation {operation!r} is left out: it does not lead from {start}, in which the source lies on the map, to {end}.</source>
      <translation>L'opération {operation!r} est ignorée : elle ne mène pas de {start}, où la source est géoréférencée, vers {end}.</translation>
    </message>
    <message>
      <source>Target: {rows} rows x {cols} columns of {width:.10g} x {height:.10g} in {end}, {extent}.</source>
      <translation>Cible : {rows} lignes x {cols} colonnes de {width:.10g} x {height:.10g} dans {end}, {extent}.</translation>
    </message>
    <message>
      <source>The valid polygons</source>
      <translation>Les polygones valides</translation>
    </message>
    <message>
      <source>The invalid polygons</source>
      <translation>Les polygones invalides</translation>
    </message>
    <message>
      <source>The frame of the polygons</source>
      <translation>Le repère des polygones</translation>
    </message>
    <message>
      <source>The origin of the polygons</source>
      <translation>L'origine des polygones</translation>
    </message>
    <message>
      <source>The memory limit [MiB]</source>
      <translation>La limite de mémoire [Mio]</translation>
    </message>
    <message>
      <source>The name of the grid</source>
      <translation>Le nom de la grille</translation>
    </message>
    <message>
      <source>The name of the grid's raster of columns</source>
      <translation>Le nom du raster des colonnes de la grille</translation>
    </message>
    <message>
      <source>The grid's band of rows</source>
      <translation>La bande des lignes de la grille</translation>
    </message>
    <message>
      <source>The grid's band of columns</source>
      <translation>La bande des colonnes de la grille</translation>
    </message>
    <message>
      <source>The grid's nodata</source>
      <translation>La valeur nodata de la grille</translation>
    </message>
    <message>
      <source>The name of the grid mask</source>
      <translation>Le nom du masque de la grille</translation>
    </message>
    <message>
      <source>The band of the grid mask</source>
      <translation>La bande du masque de la grille</translation>
    </message>
    <message>
      <source>The valid value of the grid mask</source>
      <translation>La valeur du masque de la grille signifiant valide</translation>
    </message>
    <message>
      <source>The source bands</source>
      <translation>Les bandes de la source</translation>
    </message>
    <message>
      <source>The tolerance of the grid's nodata</source>
      <translation>La tolérance de la valeur nodata de la grille</translation>
    </message>
    <message>
      <source>The interpolation</source>
      <translation>L'interpolation</translation>
    </message>
    <message>
      <source>The B-spline's epsilon</source>
      <translation>L'epsilon des B-splines</translation>
    </message>
    <message>
      <source>The mask influence threshold</source>
      <translation>Le seuil d'influence des pixels invalides</translation>
    </message>
    <message>
      <source>The anti-alias filter</source>
      <translation>Le filtre anti-repliement</translation>
    </message>
    <message>
      <source>The oversampling along rows</source>
      <translation>Le suréchantillonnage des lignes</translation>
    </message>
    <message>
      <source>The oversampling along columns</source>
      <translation>Le suréchantillonnage des colonnes</translation>
    </message>
    <message>
      <source>The boundary</source>
      <translation>Le bord</translation>
    </message>
    <message>
      <source>Whether padding is trusted</source>
      <translation>La validité des pixels issus du prolongement</translation>
    </message>
    <message>
      <source>The validity of the source</source>
      <translation>La validité de la source</translation>
    </message>
    <message>
      <source>The name of the source mask</source>
      <translation>Le nom du masque de la source</translation>
    </message>
    <message>
      <source>The band of the source mask</source>
      <translation>La bande du masque de la source</translation>
    </message>
    <message>
      <source>The valid value of the source mask</source>
      <translation>La valeur du masque de la source signifiant valide</translation>
    </message>
    <message>
      <source>The nodata value</source>
      <translation>La valeur nodata</translation>
    </message>
    <message>
      <source>The type of the output</source>
      <translation>Le type de la sortie</translation>
    </message>
    <message>
      <source>The creation options</source>
      <translation>Les options de création</translation>
    </message>
    <message>
      <source>The window</source>
      <translation>La fenêtre</translation>
    </message>
    <message>
      <source>The extent</source>
      <translation>L'emprise</translation>
    </message>
    <message>
      <source>Whether the memory limit grows</source>
      <translation>La croissance de la limite de mémoire</translation>
    </message>
    <message>
      <source>The strip size</source>
      <translation>La hauteur de bandeau</translation>
    </message>
    <message>
      <source>What the strip size counts</source>
      <translation>Ce que compte la hauteur de bandeau</translation>
    </message>
    <message>
      <source>The tile shape</source>
      <translation>La taille de tuile</translation>
    </message>
    <message>
      <source>The template's row resolution</source>
      <translation>La résolution du raster de référence en lignes</translation>
    </message>
    <message>
      <source>The template's column resolution</source>
      <translation>La résolution du raster de référence en colonnes</translation>
    </message>
    <message>
      <source>The name of the mask</source>
      <translation>Le nom du masque</translation>
    </message>
    <message>
      <source>The band of the mask</source>
      <translation>La bande du masque</translation>
    </message>
    <message>
      <source>The valid value of the mask</source>
      <translation>La valeur du masque signifiant valide</translation>
    </message>
    <message>
      <source>The job</source>
      <translation>L'exécution</translation>
    </message>
    <message>
      <source>a {name}</source>
      <translation>un {name}</translation>
    </message>
    <message>
      <source>Describe it as {name}(...).</source>
      <translation>La décrire par {name}(...).</translation>
    </message>
    <message>
      <source>fewer threads, smaller strips or a narrower window</source>
      <translation>moins de threads, des bandeaux plus petits ou une fenêtre plus étroite</translation>
    </message>
    <message>
      <source>fewer threads</source>
      <translation>moins de threads</translation>
    </message>
    <message>
      <source>The memory limit of {limit} MiB is too small: this run needs at least {needed} MiB with {threads} thread(s). Raise the limit, or use {remedies}.</source>
      <translation>La limite de mémoire de {limit} Mio est trop petite : cette exécution a besoin d'au moins {needed} Mio avec {threads} thread(s). Relever la limite, ou utiliser {remedies}.</translation>
    </message>
    <message>
      <source>The memory limit must be at least 1 MiB, got {asked}. Give more, or none for a quarter of the machine's memory.</source>
      <translation>La limite de mémoire doit être d'au moins 1 Mio (reçu : {asked}). En donner plus, ou rien pour un quart de la mémoire de la machine.</translation>
    </message>
    <message>
      <source>The system lets this process take {left} MiB of memory more (ulimit -v), and this run needs {needed} with {threads} thread(s). Raise that limit, or use {remedies}.</source>
      <translation>Le système laisse ce processus prendre encore {left} Mio de mémoire (ulimit -v), et cette exécution a besoin de {needed} avec {threads} thread(s). Relever cette limite, ou utiliser {remedies}.</translation>
    </message>
    <message>
      <source>The output would take {needed} MiB, and this machine has {total}. Compute windows of it, or use files.</source>
      <translation>La sortie prendrait {needed} Mio, et cette machine en a {total}. En calculer des fenêtres, ou utiliser des fichiers.</translation>
    </message>
    <message>
      <source>fewer threads or a smaller window</source>
      <translation>moins de threads ou une fenêtre plus petite</translation>
    </message>
    <message>
      <source>Invalid pixels are written as 0 without a nodata tag, because the source has none that {dst_dtype} holds: use the output mask to tell them from valid zeros, or give a nodata value.</source>
      <translation>Les pixels invalides sont écrits 0 sans métadonnée nodata, parce que la source n'en a pas que {dst_dtype} puisse contenir : utiliser le masque de sortie pour les distinguer des zéros valides, ou donner une valeur nodata.</translation>
    </message>
    <message>
      <source>Without a boundary there is no padding to trust.</source>
      <translation>Sans prolongement au bord, il n'y a pas de pixels prolongés à tenir pour valides.</translation>
    </message>
    <message>
      <source>{interpolation} interpolation mixes</source>
      <translation>l'interpolation {interpolation} les mélange</translation>
    </message>
    <message>
      <source>the anti-alias filter {antialias} mixes</source>
      <translation>le filtre anti-repliement {antialias} les mélange</translation>
    </message>
    <message>
      <source>The source has a colour table: its values are names of colours, and {who} them into others. Use {instead}, or expand the colours first.</source>
      <translation>La source a une table de couleurs : ses valeurs sont des indices de couleurs, et {who} en d'autres. Utiliser {instead}, ou convertir d'abord les couleurs en RVB.</translation>
    </message>
    <message>
      <source>any band is</source>
      <translation>l'une des bandes est</translation>
    </message>
    <message>
      <source>all bands are</source>
      <translation>toutes les bandes sont</translation>
    </message>
    <message>
      <source>Source pixels are invalid where {which} nodata ({named}).</source>
      <translation>Les pixels de la source sont invalides là où {which} nodata ({named}).</translation>
    </message>
    <message>
      <source>Grid nodes with {nodata:g} in band {index} are masked.</source>
      <translation>Les nœuds de la grille valant {nodata:g} dans la bande {index} sont masqués.</translation>
    </message>
    <message>
      <source>No node of the grid can have the nodata value {asked:g} in band {index}: its type does not hold it. Check the value.</source>
      <translation>Aucun nœud de la grille ne peut avoir la valeur nodata {asked:g} dans la bande {index} : son type ne la contient pas. Vérifier la valeur.</translation>
    </message>
    <message>
      <source>GDAL's mask of the source leaves its nodata {value:.10g} valid, which it takes for no value of type {dtype}. Use any_band instead of dataset_mask.</source>
      <translation>Le masque de GDAL laisse valide le nodata {value:.10g} de la source, qu'il ne prend pas pour une valeur de type {dtype}. Utiliser any_band au lieu de dataset_mask.</translation>
    </message>
    <message>
      <source>Rows</source>
      <translation>Les lignes</translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>Les colonnes</translation>
    </message>
    <message>
      <source>{what} are the values of band {index} of the grid x {scale:.10g} {added}, its scale and offset; its nodata is a value as stored.</source>
      <translation>{what} sont les valeurs de la bande {index} de la grille x {scale:.10g} {added}, son facteur d'échelle et son décalage ; sa valeur nodata est une valeur telle qu'enregistrée.</translation>
    </message>
    <message>
      <source>The grid's tags say {named}, but a resolution of {rows} x {cols} (rows x columns) was asked for and is used. Check it, or ask for none: the tags are then used.</source>
      <translation>Les métadonnées de la grille disent {named}, mais une résolution de {rows} x {cols} (lignes x colonnes) a été demandée et est utilisée. La vérifier, ou n'en demander aucune : les métadonnées sont alors utilisées.</translation>
    </message>
    <message>
      <source>The output has the {rows} rows x {cols} columns that the grid was made for (its tags {tags}); its nodes reach to {full_rows} x {full_cols}.</source>
      <translation>La sortie a les {rows} lignes x {cols} colonnes pour lesquelles la grille a été faite (ses métadonnées {tags}) ; ses nœuds vont jusqu'à {full_rows} x {full_cols}.</translation>
    </message>
    <message>
      <source>Band {index} of the grid is described as {text!r}, which looks like a place on the map. A grid holds rows and columns of the source in pixels: check its units.</source>
      <translation>La bande {index} de la grille est décrite {text!r}, ce qui ressemble à une coordonnée cartographique. Une grille contient des lignes et des colonnes de la source en pixels : vérifier ses unités.</translation>
    </message>
    <message>
      <source>Band {index} of the grid is described as {text!r}, which looks like {described}, and its {read} are read from there. If they are exchanged, give the bands of rows and of columns the other way round.</source>
      <translation>La bande {index} de la grille est décrite {text!r}, ce qui ressemble à des {described}, et ses {read} y sont lues. Si elles sont échangées, donner les bandes des lignes et des colonnes dans l'autre sens.</translation>
    </message>
    <message>
      <source>The grid {name!r} holds whole numbers (band {index} is of type {dtype}), as images do. Check that it is a grid: rows and columns of the source, which are rarely whole.</source>
      <translation>La grille {name!r} contient des nombres entiers (la bande {index} est de type {dtype}), comme les images. Vérifier que c'est une grille : des lignes et des colonnes de la source, qui sont rarement entières.</translation>
    </message>
    <message>
      <source>The grid {name!r} has {count} bands, as images do, and none is described as rows or columns. Check that it is a grid, or give its bands of rows and of columns.</source>
      <translation>La grille {name!r} a {count} bandes, comme les images, et aucune n'est décrite comme lignes ou colonnes. Vérifier que c'est une grille, ou donner ses bandes des lignes et des colonnes.</translation>
    </message>
    <message>
      <source>give that band as</source>
      <translation>donner cette bande comme</translation>
    </message>
    <message>
      <source>write it to a raster, as by gdal_translate -b mask, and give that as</source>
      <translation>l'écrire dans un raster, par exemple par gdal_translate -b mask, et donner celui-ci comme</translation>
    </message>
    <message>
      <source>nodes</source>
      <translation>nœuds</translation>
    </message>
    <message>
      <source>template</source>
      <translation>référence</translation>
    </message>
    <message>
      <source>{name!r} has {own}, which is not used: its pixels count wherever they are not nodata. Give it a nodata value there, if they hold none.</source>
      <translation>{name!r} a {own}, qui ne sert pas ici : ses pixels comptent partout où ils ne valent pas nodata. Leur donner là une valeur nodata, s'ils n'en contiennent pas.</translation>
    </message>
    <message>
      <source>The source has {own}, which {rule} does not use: pixels that it hides count as valid. dataset_mask uses it.</source>
      <translation>La source a {own}, dont {rule} ne se sert pas : les pixels cachés comptent comme valides. dataset_mask s'en sert.</translation>
    </message>
    <message>
      <source>The mask of the {of} has {own} itself, which is not used: its band {index} alone counts.</source>
      <translation>Le masque de la {of} a lui-même {own}, qui ne sert pas ici : seule sa bande {index} compte.</translation>
    </message>
    <message>
      <source>The mask of the {of} has {nodata:g} as nodata and as its valid value: there it counts as valid. Check the valid value.</source>
      <translation>Le masque de la {of} a {nodata:g} à la fois comme nodata et comme valeur des pixels valides : elle y compte comme valide. Vérifier cette valeur.</translation>
    </message>
    <message>
      <source>The {role} {name!r} has {own}, which is not used: {what} that it hides count as valid. To use it, {way} the mask of the {role}, with its value at valid ones.</source>
      <translation>La {role} {name!r} a {own}, qui ne sert pas ici : les {what} ainsi cachés comptent comme valides. Pour s'en servir, {way} masque de la {role}, avec sa valeur aux endroits valides.</translation>
    </message>
    <message>
      <source>an alpha band ({band})</source>
      <translation>une bande alpha ({band})</translation>
    </message>
    <message>
      <source>a mask of its own (.msk file, or within it)</source>
      <translation>un masque qui lui est propre (fichier .msk, ou interne)</translation>
    </message>
    <message>
      <source>The tile shape must be at least (1, 1), got {shape}. Give more rows and columns, or none for automatic ones.</source>
      <translation>La taille de tuile doit être d'au moins (1, 1) (reçu : {shape}). Donner plus de lignes et de colonnes, ou rien pour un choix automatique.</translation>
    </message>
    <message>
      <source>The strip size must be 0 (one strip) or more, got {size}. Give more, or none for an automatic one.</source>
      <translation>La hauteur de bandeau doit être supérieure ou égale à 0 (un seul bandeau) (reçu : {size}). Donner plus, ou rien pour un choix automatique.</translation>
    </message>
    <message>
      <source>{name!r} lies on the map by control points or a sensor model, which polygons cannot follow. Give them in pixels (frame pixel), or rectify the raster first.</source>
      <translation>{name!r} est géoréférencé par des points d'appui ou un modèle de capteur, que les polygones ne peuvent pas suivre. Les donner en pixels (repère pixel), ou rectifier d'abord le raster.</translation>
    </message>
    <message>
      <source>No source band is chosen. Choose at least one, or none for all.</source>
      <translation>Aucune bande de la source n'est choisie. En choisir au moins une, ou rien pour toutes.</translation>
    </message>
    <message>
      <source>The tolerance of the grid's nodata must be 0 or more, got {tolerance}. Give a distance in source pixels.</source>
      <translation>La tolérance de la valeur nodata de la grille doit être supérieure ou égale à 0 (reçu : {tolerance}). Donner une distance en pixels de la source.</translation>
    </message>
    <message>
      <source>least 1</source>
      <translation>supérieur ou égal à 1</translation>
    </message>
    <message>
      <source>most {most}</source>
      <translation>inférieur ou égal à {most}</translation>
    </message>
    <message>
      <source>Threads must be at {limit}, got {asked}. Give about as many as there are processors.</source>
      <translation>Le nombre de threads doit être {limit} (reçu : {asked}). En donner à peu près autant qu'il y a de processeurs.</translation>
    </message>
    <message>
      <source>The part to compute is given as a window and as an extent. Give one of them only.</source>
      <translation>La partie à calculer est donnée à la fois comme fenêtre et comme emprise. N'en donner qu'une.</translation>
    </message>
    <message>
      <source>No output pixel has its centre in the extent ({ends}) (in the grid's coordinate system). Give a larger one, or one that meets the grid.</source>
      <translation>Aucun pixel de sortie n'a son centre dans l'emprise ({ends}) (dans le système de coordonnées de la grille). En donner une plus grande, ou une qui recoupe la grille.</translation>
    </message>
    <message>
      <source>The density must be {least} to {most} nodes, got {density}. Give about how many nodes shall be drawn, such as 5000.</source>
      <translation>La densité doit être de {least} à {most} nœuds (reçu : {density}). Donner à peu près combien de nœuds dessiner, par exemple 5000.</translation>
    </message>
    <message>
      <source>Grid: {rows} x {cols} nodes; rows from band {row_band} ({row_reason}), columns from band {col_band} ({col_reason}).</source>
      <translation>Grille : {rows} x {cols} nœuds ; lignes de la bande {row_band} ({row_reason}), colonnes de la bande {col_band} ({col_reason}).</translation>
    </message>
    <message>
      <source>The {frame} has no georeference: the layers lie as QGIS draws it, x = column and y = -row of the corners of pixels.</source>
      <translation>Pas de géoréférencement (repère {frame}) : les couches sont placées comme QGIS le dessine, x = colonne et y = -ligne des coins des pixels.</translation>
    </message>
    <message>
      <source>{name!r} lies on the map by control points or a sensor model, which layers in its pixels do not follow: QGIS may draw it elsewhere.</source>
      <translation>{name!r} est géoréférencé par des points d'appui ou un modèle de capteur, que des couches en pixels ne suivent pas : QGIS peut le dessiner ailleurs.</translation>
    </message>
    <message>
      <source>The origin of the polygons must be two finite numbers, got {origin}. Give (row, column) of the first pixel's centre in their frame.</source>
      <translation>L'origine des polygones doit être deux nombres finis (reçu : {origin}). Donner (ligne, colonne) du centre du premier pixel dans leur repère.</translation>
    </message>
    <message>
      <source>The raster that the polygons restrict has pixels without an area on the map, so polygons on the map cannot be found in it. Mend its georeference, or give them in pixels.</source>
      <translation>Le raster que les polygones restreignent a des pixels sans surface sur la carte, si bien que des polygones sur la carte ne peuvent pas y être trouvés. Corriger son géoréférencement, ou les donner en pixels.</translation>
    </message>
    <message>
      <source>The {role} must be polygons, got {kind}. Give a shapely Polygon, a MultiPolygon or a list of them, or None alone for no restriction; buffer points and lines first.</source>
      <translation>Les {role} doivent être des polygones (reçu : {kind}). Donner un Polygon de shapely, un MultiPolygon ou une liste de ceux-ci, ou None seul pour aucune restriction ; entourer d'abord points et lignes d'un tampon.</translation>
    </message>
    <message>
      <source>The {role} have a vertex whose coordinates are not finite. Remove it, or leave that polygon out.</source>
      <translation>Les {role} ont un sommet dont les coordonnées ne sont pas finies. Le retirer, ou omettre ce polygone.</translation>
    </message>
    <message>
      <source>valid polygons</source>
      <translation>polygones valides</translation>
    </message>
    <message>
      <source>invalid polygons</source>
      <translation>polygones invalides</translation>
    </message>
    <message>
      <source>for example to float64 or int32 with its astype</source>
      <translation>par exemple en float64 ou int32 avec son astype</translation>
    </message>
    <message>
      <source>The {role} must be an array of numbers, or lists of equal length: {reason}</source>
      <translation>{role} : il faut un tableau de nombres, ou des listes de longueurs égales : {reason}</translation>
    </message>
    <message>
      <source>The source must have the shape (rows, cols) or (bands, rows, cols) with at least one pixel, got {shape}.</source>
      <translation>La source doit avoir la forme (lignes, colonnes) ou (bandes, lignes, colonnes) avec au moins un pixel (reçu : {shape}).</translation>
    </message>
    <message>
      <source>The {role} must be real numbers, the source positions of the nodes, got the type {dtype}.</source>
      <translation>{role} : il faut des nombres réels, les positions des nœuds dans la source (reçu : le type {dtype}).</translation>
    </message>
    <message>
      <source>The {role} must be of bool or of real numbers, got {dtype}.</source>
      <translation>{role} : il faut bool ou des nombres réels (reçu : {dtype}).</translation>
    </message>
    <message>
      <source>{role} must be a numpy array to write into, got {kind}.</source>
      <translation>{role} doit être un tableau numpy dans lequel écrire (reçu : {kind}).</translation>
    </message>
    <message>
      <source>{role} cannot be written into. Give a copy of it.</source>
      <translation>{role} n'est pas accessible en écriture. En donner une copie.</translation>
    </message>
    <message>
      <source>{role} must hold real numbers in two dimensions or more, got the type {dtype} and the shape {shape}. Make it with numpy.zeros.</source>
      <translation>{role} doit contenir des nombres réels à deux dimensions ou plus (reçu : le type {dtype} et la forme {shape}). Le créer avec numpy.zeros.</translation>
    </message>
    <message>
      <source>belongs to {name!r}</source>
      <translation>appartient à {name!r}</translation>
    </message>
    <message>
      <source>would be taken for a part of it</source>
      <translation>serait pris pour une partie d'elle</translation>
    </message>
    <message>
      <source>The output {path!r} would be placed on the map by {file!r}, which lies beside it and {why}. Move that file away, or give the output another name.</source>
      <translation>La sortie {path!r} serait géoréférencée par {file!r}, qui se trouve à côté d'elle et {why}. Déplacer ce fichier, ou donner un autre nom à la sortie.</translation>
    </message>
    <message>
      <source>{name!r} was changed while it was read, and what came out of it is no result. Run again when nothing writes to it any more.</source>
      <translation>{name!r} a été modifié pendant sa lecture, et ce qui en est sorti n'est pas un résultat. Relancer quand plus rien n'y écrit.</translation>
    </message>
    <message>
      <source>Another run has taken over the output while this one did not answer, and goes on with its parts. Wait for that one.</source>
      <translation>Une autre exécution a repris la sortie pendant que celle-ci ne répondait pas, et continue avec ses parties. Attendre la fin de celle-là.</translation>
    </message>
    <message>
      <source>The file {file!r}, which keeps others from the output, cannot be written ({reason}). Choose another folder for the output.</source>
      <translation>Le fichier {file!r}, qui tient les autres à l'écart de la sortie, ne peut pas être écrit ({reason}). Choisir un autre dossier pour la sortie.</translation>
    </message>
    <message>
      <source>another client</source>
      <translation>un autre client</translation>
    </message>
    <message>
      <source>process {process} on {host!r}, since {since}</source>
      <translation>processus {process} sur {host!r}, depuis {since}</translation>
    </message>
    <message>
      <source>The output {name!r} is being made on a cluster already ({who}). Wait until that has ended, or give the output another name. A client that has died is noticed within {seconds:g} seconds.</source>
      <translation>La sortie {name!r} est déjà en cours de calcul sur un cluster ({who}). Attendre la fin, ou donner un autre nom à la sortie. Un client mort est remarqué en moins de {seconds:g} secondes.</translation>
    </message>
    <message>
      <source>Two results are to be {name!r}. Give each a name of its own.</source>
      <translation>Deux résultats portent le nom {name!r}. Donner un nom à chacun.</translation>
    </message>
    <message>
      <source>The outputs cannot be written ({why}). Free some space on the disk, or choose another folder or name.</source>
      <translation>Les sorties ne peuvent pas être écrites ({why}). Libérer de la place sur le disque, ou choisir un autre dossier ou un autre nom.</translation>
    </message>
    <message>
      <source>pixels of this type and size cannot be written with them</source>
      <translation>des pixels de ce type et de cette taille ne peuvent pas être écrits avec elles</translation>
    </message>
    <message>
      <source>It would cut values to fewer bits. Choose the output's data type</source>
      <translation>Elle tronquerait les valeurs à moins de bits. Choisir plutôt le type de données de la sortie</translation>
    </message>
    <message>
      <source>It would change the type of values. Choose the output's data type</source>
      <translation>Elle changerait le type des valeurs. Choisir plutôt le type de données de la sortie</translation>
    </message>
    <message>
      <source>It writes a second file, and outputs appear together or not at all. Make it from the output with gdal:translate</source>
      <translation>Elle écrit un second fichier, et les sorties apparaissent ensemble ou pas du tout. Le faire plutôt à partir de la sortie avec gdal:translate</translation>
    </message>
    <message>
      <source>Blocks are not written in its order. Convert the output with gdal:translate</source>
      <translation>Les blocs ne sont pas écrits dans son ordre. Convertir plutôt la sortie avec gdal:translate</translation>
    </message>
    <message>
      <source>Each output is a file of its own. Choose another name for it</source>
      <translation>Chaque sortie est un fichier à elle seule. Lui choisir plutôt un autre nom</translation>
    </message>
    <message>
      <source>The creation option {name} cannot be used. {remedy} instead.</source>
      <translation>L'option de création {name} ne peut pas être utilisée. {remedy}.</translation>
    </message>
    <message>
      <source>BLOCKYSIZE={height} is left out: the output is written {strip_rows} rows at a time, which is no multiple of it.</source>
      <translation>BLOCKYSIZE={height} est ignoré : la sortie est écrite {strip_rows} lignes à la fois, ce qui n'en est pas un multiple.</translation>
    </message>
    <message>
      <source>{lossy} stores pixels with a loss: those of the output are near the exact values only, and where pixels are invalid they may miss nodata. Use COMPRESS=DEFLATE without it to keep them exact.</source>
      <translation>{lossy} enregistre les pixels avec perte : ceux de la sortie sont seulement proches des valeurs exactes, et là où des pixels sont invalides ils peuvent ne pas valoir exactement nodata. Utiliser COMPRESS=DEFLATE sans cette option pour les garder exacts.</translation>
    </message>
    <message>
      <source>GDAL refuses the creation options: {reason}. Give options of its GeoTIFF driver for this type, size and number of bands, such as COMPRESS=DEFLATE.</source>
      <translation>GDAL refuse les options de création : {reason}. Donner des options de son pilote GeoTIFF pour ce type, cette taille et ce nombre de bandes, par exemple COMPRESS=DEFLATE.</translation>
    </message>
    <message>
      <source>The output {path!r} cannot be written ({reason}). Choose another folder or name.</source>
      <translation>La sortie {path!r} ne peut pas être écrite ({reason}). Choisir un autre dossier ou un autre nom.</translation>
    </message>
    <message>
      <source>A .vrt joins parts that a cluster makes: give a scheduler for it. </source>
      <translation>Un .vrt réunit les parties que fait un cluster : donner pour cela un ordonnanceur. </translation>
    </message>
    <message>
      <source>The output {path!r} must be a GeoTIFF whose name ends in .tif or .tiff. {hint}For another format, convert the result with gdal:translate.</source>
      <translation>La sortie {path!r} doit être un GeoTIFF dont le nom finit par .tif ou .tiff. {hint}Pour un autre format, convertir le résultat avec gdal:translate.</translation>
    </message>
    <message>
      <source>The output {path!r} lies in a virtual file system of GDAL. Choose a folder of this machine, and copy the result from there.</source>
      <translation>La sortie {path!r} se trouve dans un système de fichiers virtuel de GDAL. Choisir un dossier de cette machine, et copier le résultat à partir de là.</translation>
    </message>
    <message>
      <source>The output and its mask are both {path!r}. Give two names.</source>
      <translation>La sortie et son masque sont tous deux {path!r}. Donner deux noms.</translation>
    </message>
    <message>
      <source>The folder {parent!r} of the output {name!r} does not exist. Create it, or choose another one.</source>
      <translation>Le dossier {parent!r} de la sortie {name!r} n'existe pas. Le créer, ou en choisir un autre.</translation>
    </message>
    <message>
      <source>The output {path!r} is also an input of this run. Give the output another name.</source>
      <translation>La sortie {path!r} est aussi une entrée de cette exécution. Donner un autre nom à la sortie.</translation>
    </message>
    <message>
      <source>The file {path!r} belongs to the output, which replaces it, and is also an input of this run. Give the output another name.</source>
      <translation>Le fichier {path!r} appartient à la sortie, qui le remplace, et est aussi une entrée de cette exécution. Donner un autre nom à la sortie.</translation>
    </message>
    <message>
      <source>The output {name!r} would become larger than 4 GiB, which BIGTIFF=NO forbids. Leave that creation option out.</source>
      <translation>La sortie {name!r} deviendrait plus grande que 4 Gio, ce que BIGTIFF=NO interdit. Omettre cette option de création.</translation>
    </message>
    <message>
      <source>The output could not be written completely to {parent!r}{why}. Free some space there, or choose another folder.</source>
      <translation>La sortie n'a pas pu être écrite entièrement dans {parent!r}{why}. Y libérer de la place, ou choisir un autre dossier.</translation>
    </message>
    <message>
      <source>for example to Float64 or Int32 with gdal:translate</source>
      <translation>par exemple en Float64 ou Int32 avec gdal:translate</translation>
    </message>
    <message>
      <source>The {role} has pixels of type {dtype}, which cannot be resampled exactly. Convert it first, {remedy}.</source>
      <translation>Des pixels de type {dtype} ne peuvent pas être rééchantillonnés exactement ({role}). Les convertir d'abord, {remedy}.</translation>
    </message>
    <message>
      <source>The output cannot have the type {dtype}. Choose one of {known}.</source>
      <translation>La sortie ne peut pas avoir le type {dtype}. Choisir parmi {known}.</translation>
    </message>
    <message>
      <source>The nodata value {value} cannot be stored in an output of type {dtype}. Choose a value within that type's range, or another output type.</source>
      <translation>La valeur nodata {value} ne peut pas être enregistrée dans une sortie de type {dtype}. Choisir une valeur dans l'intervalle de ce type, ou un autre type de sortie.</translation>
    </message>
    <message>
      <source>{name!r} cannot be read as a raster ({reason}). Give the path of a raster file that GDAL can open.</source>
      <translation>{name!r} ne peut pas être lu comme raster ({reason}). Donner le chemin d'un fichier raster que GDAL sait ouvrir.</translation>
    </message>
    <message>
      <source>{name!r} is too short: it has {size} bytes, and its header announces pixels of {needed}. Get or make it again.</source>
      <translation>{name!r} est trop court : il a {size} octets, et son en-tête annonce des pixels de {needed}. Le récupérer ou le recréer.</translation>
    </message>
    <message>
      <source>The {role} has no band {index}: {name!r} has the bands 1 to {count}. Choose one of them.</source>
      <translation>La bande {index} n'existe pas ({role}) : {name!r} a les bandes 1 à {count}. En choisir une.</translation>
    </message>
    <message>
      <source>The name {name!r} is no UTF-8 text, and cannot be passed on to GDAL. Rename the file, or check that its folder exists.</source>
      <translation>Le nom {name!r} n'est pas du texte UTF-8, et ne peut pas être transmis à GDAL. Renommer le fichier, ou vérifier que son dossier existe.</translation>
    </message>
    <message>
      <source>The parts of {name!r} go into the folder {folder!r}, and {strange!r} there is no part of an earlier run. Move it away, or give the output another name.</source>
      <translation>Les parties de {name!r} vont dans le dossier {folder!r}, et {strange!r} qui s'y trouve n'est pas une partie d'une exécution antérieure. Le déplacer, ou donner un autre nom à la sortie.</translation>
    </message>
    <message>
      <source>The folder {folder!r} for the parts of {name!r} cannot be written ({reason}). Choose another folder for the output.</source>
      <translation>Le dossier {folder!r} pour les parties de {name!r} ne peut pas être écrit ({reason}). Choisir un autre dossier pour la sortie.</translation>
    </message>
    <message>
      <source>mask of the {role}</source>
      <translation>masque de la {role}</translation>
    </message>
    <message>
      <source>The mask of the {role} has the shape {shape}; it must have the {role}'s, {own_shape} (rows, columns).</source>
      <translation>Le masque de la {role} a la taille {shape} ; il doit avoir celle de la {role}, {own_shape} (lignes, colonnes).</translation>
    </message>
    <message>
      <source>The valid value {valid} of the mask of the {role} cannot occur in its band {index} of type {dtype}. Give the value of valid pixels.</source>
      <translation>La valeur des pixels valides {valid} du masque de la {role} ne peut pas figurer dans sa bande {index} de type {dtype}. Donner la valeur des pixels valides.</translation>
    </message>
    <message>
      <source>{reason} It could be opened when the run began: get or make it again, and run again.</source>
      <translation>{reason} Il pouvait être ouvert au début de l'exécution : le récupérer ou le recréer, et relancer.</translation>
    </message>
    <message>
      <source>Band {index}</source>
      <translation>La bande {index}</translation>
    </message>
    <message>
      <source>The mask</source>
      <translation>Le masque</translation>
    </message>
    <message>
      <source>{what} of {name!r} cannot be read in rows {top} to {bottom} and columns {left} to {right}: {reason}. The file is damaged or incomplete, or was changed during the run, or one that it refers to is missing. Get or make it again, and run again.</source>
      <translation>{what} de {name!r} ne peut pas être lu dans les lignes {top} à {bottom} et les colonnes {left} à {right} : {reason}. Le fichier est endommagé ou incomplet, ou a été modifié pendant l'exécution, ou un fichier auquel il renvoie manque. Le récupérer ou le recréer, et relancer.</translation>
    </message>
    <message>
      <source>The output {path!r} cannot be written ({reason}). Close the programs that use it (in QGIS: remove its layer), or choose another folder or name.</source>
      <translation>La sortie {path!r} ne peut pas être écrite ({reason}). Fermer les programmes qui s'en servent (dans QGIS : retirer sa couche), ou choisir un autre dossier ou un autre nom.</translation>
    </message>
    <message>
      <source>Is a pipe or a device, not a file</source>
      <translation>C'est un tube ou un périphérique, pas un fichier</translation>
    </message>
    <message>
      <source>Only its owner may replace it</source>
      <translation>Seul son propriétaire peut le remplacer</translation>
    </message>
    <message>
      <source>A run that replaced {path!r} was stopped half-way, and that cannot be ended now ({reason}). Close the programs that use this file (in QGIS: remove its layer) and run again.</source>
      <translation>Une exécution qui remplaçait {path!r} a été arrêtée à mi-chemin, et cela ne peut pas être terminé maintenant ({reason}). Fermer les programmes qui se servent de ce fichier (dans QGIS : retirer sa couche) et relancer.</translation>
    </message>
    <message>
      <source>The outputs could not be given their names ({reason}). Nothing was changed. Close the programs that use the old files (in QGIS: remove their layers) and run again.</source>
      <translation>Les sorties n'ont pas pu recevoir leurs noms ({reason}). Rien n'a été changé. Fermer les programmes qui se servent des anciens fichiers (dans QGIS : retirer leurs couches) et relancer.</translation>
    </message>
    <message>
      <source>The outputs could not be given their names, nor the old files all of theirs ({reason}). Close the programs that use them (in QGIS: remove their layers); the next run for the same output begins by ending this.</source>
      <translation>Les sorties n'ont pas pu recevoir leurs noms, ni les anciens fichiers tous les leurs ({reason}). Fermer les programmes qui s'en servent (dans QGIS : retirer leurs couches) ; la prochaine exécution pour la même sortie commencera par terminer cela.</translation>
    </message>
    <message>
      <source>Free some space, choose another folder, or compute a window.</source>
      <translation>Libérer de la place, choisir un autre dossier, ou calculer une fenêtre.</translation>
    </message>
    <message>
      <source>The outputs need</source>
      <translation>Les sorties demandent</translation>
    </message>
    <message>
      <source>The parts need</source>
      <translation>Les parties demandent</translation>
    </message>
    <message>
      <source>An output that ends in .vrt stays in parts, and needs half.</source>
      <translation>Une sortie en .vrt reste en parties, et en demande la moitié.</translation>
    </message>
    <message>
      <source>The parts, and the outputs that are copied from them, need</source>
      <translation>Les parties et les sorties qui en sont copiées demandent</translation>
    </message>
    <message>
      <source>{what} about {needed:.0f} MiB, and only {free:.0f} MiB are free in {folder!r}. {remedy}</source>
      <translation>{what} environ {needed:.0f} Mio, et seuls {free:.0f} Mio sont libres dans {folder!r}. {remedy}</translation>
    </message>
    <message>
      <source>The header of {name!r} has text that is no UTF-8 and cannot be read. Mend its names and descriptions, or convert it with gdal:translate.</source>
      <translation>L'en-tête de {name!r} a du texte qui n'est pas de l'UTF-8 et ne peut pas être lu. Corriger ses noms et descriptions, ou le convertir avec gdal:translate.</translation>
    </message>
    <message>
      <source>The name of the output {name!r} must end in {suffixes}. Give it such a name.</source>
      <translation>Le nom de la sortie {name!r} doit finir par {suffixes}. Lui donner un tel nom.</translation>
    </message>
    <message>
      <source>The output {path!r} cannot be written ({reason}). Free some space on the disk, or choose another folder or name.</source>
      <translation>La sortie {path!r} ne peut pas être écrite ({reason}). Libérer de la place sur le disque, ou choisir un autre dossier ou un autre nom.</translation>
    </message>
    <message>
      <source>The step</source>
      <translation>Le pas</translation>
    </message>
    <message>
      <source>The source's nodata</source>
      <translation>La valeur nodata de la source</translation>
    </message>
    <message>
      <source>The oversampling</source>
      <translation>Le suréchantillonnage</translation>
    </message>
    <message>
      <source>Whether the source is prefiltered</source>
      <translation>Le préfiltrage de la source</translation>
    </message>
    <message>
      <source>source's mask</source>
      <translation>masque de la source</translation>
    </message>
    <message>
      <source>The source's mask has the shape {shape}; it must have the source's, {own_shape}.</source>
      <translation>Le masque de la source a la taille {shape} ; il doit avoir celle de la source, {own_shape}.</translation>
    </message>
    <message>
      <source>grid's rows</source>
      <translation>lignes de la grille</translation>
    </message>
    <message>
      <source>grid's columns</source>
      <translation>colonnes de la grille</translation>
    </message>
    <message>
      <source>The grid's rows and columns must be arrays of the same two-dimensional shape with at least one node, got {row_shape} and {col_shape}.</source>
      <translation>Les lignes et les colonnes de la grille doivent être des tableaux de la même forme à deux dimensions avec au moins un nœud (reçu : {row_shape} et {col_shape}).</translation>
    </message>
    <message>
      <source>The client must be a dask.distributed.Client that is not asynchronous, got {kind}. Make it as Client('tcp://scheduler:8786').</source>
      <translation>Le client doit être un dask.distributed.Client qui n'est pas asynchrone (reçu : {kind}). Le créer par Client('tcp://scheduler:8786').</translation>
    </message>
    <message>
      <source>The scheduler {address} has no workers. Start some (dask worker {address}), or wait until they are there.</source>
      <translation>L'ordonnanceur {address} n'a pas de workers. En démarrer (dask worker {address}), ou attendre qu'il y en ait.</translation>
    </message>
    <message>
      <source>Worker {worker} {fault}</source>
      <translation>Le worker {worker} {fault}</translation>
    </message>
    <message>
      <source>the scheduler</source>
      <translation>l'ordonnanceur</translation>
    </message>
    <message>
      <source>{name} has dask.distributed {version}, this machine {own}: they may misunderstand each other ({count} such). Install the same.</source>
      <translation>{name} a dask.distributed {version}, cette machine {own} : ils peuvent mal se comprendre ({count} tel(s)). Installer le même.</translation>
    </message>
    <message>
      <source>No worker is left: the run waits until one comes, or until it is cancelled.</source>
      <translation>Il ne reste aucun worker : l'exécution attend qu'il en vienne un, ou qu'elle soit annulée.</translation>
    </message>
    <message>
      <source>The cluster of {address} does not answer. Look at the logs of its scheduler and workers, and run again.</source>
      <translation>Le cluster de {address} ne répond pas. Consulter les journaux de son ordonnanceur et de ses workers, et relancer.</translation>
    </message>
    <message>
      <source>The scheduler {address} was lost, or has dropped the run. Parts that are whole stay: run again when it is back.</source>
      <translation>L'ordonnanceur {address} a été perdu, ou a abandonné l'exécution. Les parties complètes restent : relancer quand il sera de retour.</translation>
    </message>
    <message>
      <source>does not find the package gridr_qgis. Install it where the worker runs (pip install gridr-qgis), or start the worker with its folder in PYTHONPATH.</source>
      <translation>ne trouve pas le paquet gridr_qgis. L'installer là où le worker tourne (pip install gridr-qgis), ou démarrer le worker avec son dossier dans PYTHONPATH.</translation>
    </message>
    <message>
      <source>cannot load gridr_qgis ({answer}). Install what is missing where the worker runs, and restart it.</source>
      <translation>ne peut pas charger gridr_qgis ({answer}). Installer ce qui manque là où le worker tourne, et le redémarrer.</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>inconnu</translation>
    </message>
    <message>
      <source>Worker {worker}, and others before it, ended while they computed the same part; most often memory runs out. Start workers with more memory (--memory-limit) or with fewer threads, and run again: parts that are whole stay.</source>
      <translation>Le worker {worker}, et d'autres avant lui, se sont arrêtés pendant qu'ils calculaient la même partie ; le plus souvent, la mémoire manque. Démarrer des workers avec plus de mémoire (--memory-limit) ou avec moins de threads, et relancer : les parties complètes restent.</translation>
    </message>
    <message>
      <source>here</source>
      <translation>ici</translation>
    </message>
    <message>
      <source>on worker {worker}</source>
      <translation>sur le worker {worker}</translation>
    </message>
    <message>
      <source>Failed {where}: {reason}</source>
      <translation>Échec {where} : {reason}</translation>
    </message>
    <message>
      <source>Give its address, such as tcp://192.168.1.7:8786, or the file that it writes (dask scheduler --scheduler-file).</source>
      <translation>Donner son adresse, par exemple tcp://192.168.1.7:8786, ou le fichier qu'il écrit (dask scheduler --scheduler-file).</translation>
    </message>
    <message>
      <source>The scheduler {address!r} does not answer within {timeout} s. Check that it runs, and that this machine reaches it (firewall). {how}</source>
      <translation>L'ordonnanceur {address!r} ne répond pas en {timeout} s. Vérifier qu'il tourne, et que cette machine l'atteint (pare-feu). {how}</translation>
    </message>
    <message>
      <source>A scheduler is given, and dask.distributed cannot be loaded ({reason}). Install it (pip install "dask[distributed]", on Debian and Ubuntu python3-distributed), in the version that the cluster has; or give no scheduler to compute on this machine.</source>
      <translation>Un ordonnanceur est donné, et dask.distributed ne peut pas être chargé ({reason}). L'installer (pip install "dask[distributed]", sous Debian et Ubuntu python3-distributed), dans la version installée sur le cluster ; ou ne donner aucun ordonnanceur pour calculer sur cette machine.</translation>
    </message>
    <message>
      <source>{scheduler!r} is no address of a scheduler. {how}</source>
      <translation>{scheduler!r} n'est pas l'adresse d'un ordonnanceur. {how}</translation>
    </message>
    <message>
      <source>The scheduler {scheduler!r} is on a machine that is not known here ({reason}). {how}</source>
      <translation>L'ordonnanceur {scheduler!r} est sur une machine qui n'est pas connue ici ({reason}). {how}</translation>
    </message>
    <message>
      <source>{path!r} is no file that a scheduler has written ({reason}). {how}</source>
      <translation>{path!r} n'est pas un fichier qu'un ordonnanceur a écrit ({reason}). {how}</translation>
    </message>
    <message>
      <source>Plan: {count} part(s) of up to {rows} x {cols} pixels, on {workers} worker(s) with {threads} thread(s) of the scheduler {scheduler}.</source>
      <translation>Plan : {count} partie(s) d'au plus {rows} x {cols} pixels, sur {workers} worker(s) avec {threads} thread(s) de l'ordonnanceur {scheduler}.</translation>
    </message>
    <message>
      <source>Parts: {ready} of {count} are there from an earlier run and are not computed again.</source>
      <translation>Parties : {ready} sur {count} sont là d'une exécution antérieure et ne sont pas recalculées.</translation>
    </message>
    <message>
      <source>All nodes that have a position are kept.</source>
      <translation>Tous les nœuds qui ont une position sont conservés.</translation>
    </message>
    <message>
      <source>At the {compared} nodes that are dropped, positions are off by at most {error_max:.3g} source pixels, 99 % of them by at most {error_99:.3g}.</source>
      <translation>Aux {compared} nœuds supprimés, les positions s'écartent d'au plus {error_max:.3g} pixels de la source, 99 % d'entre elles d'au plus {error_99:.3g}.</translation>
    </message>
    <message>
      <source>{lost} of the dropped nodes have a position where the output has none, or the other way round: there pixels are lost, or invented. Use a finer resolution.</source>
      <translation>{lost} des nœuds supprimés ont une position là où la sortie n'en a pas, ou l'inverse : des pixels y sont perdus, ou inventés. Utiliser une résolution plus fine.</translation>
    </message>
    <message>
      <source>Done in {time}: {rows} x {cols} nodes, {step_rows} x {step_cols} output pixels apart, as {convention}; {masked} without a position.</source>
      <translation>Terminé en {time} : {rows} x {cols} nœuds, espacés de {step_rows} x {step_cols} pixels de sortie, en {convention} ; {masked} sans position.</translation>
    </message>
    <message>
      <source>{masked} nodes have no position and are NaN, which OTB does not know as nodata: what it makes around them is no result.</source>
      <translation>{masked} nœuds n'ont pas de position et valent NaN, que l'OTB ne connaît pas comme nodata : ce qu'il fait autour d'eux n'est pas un résultat.</translation>
    </message>
    <message>
      <source>OTB resamples the source through it by: {command}</source>
      <translation>L'OTB rééchantillonne la source à travers elle par : {command}</translation>
    </message>
    <message>
      <source>automatic</source>
      <translation>automatique</translation>
    </message>
    <message>
      <source>each pixel is a node</source>
      <translation>chaque pixel est un nœud</translation>
    </message>
    <message>
      <source>positions between nodes are off by at most {error_max:.3g} source pixels, 99 % of them by at most {error_99:.3g}</source>
      <translation>entre les nœuds, les positions s'écartent d'au plus {error_max:.3g} pixels de la source, 99 % d'entre elles d'au plus {error_99:.3g}</translation>
    </message>
    <message>
      <source>Resolution: {rows} x {cols} ({why}); {exact}.</source>
      <translation>Résolution : {rows} x {cols} ({why}) ; {exact}.</translation>
    </message>
    <message>
      <source>{lost} of the places that were looked at have a position, and some of the nodes around them none, or the other way round: there pixels are lost, or invented. Use a finer resolution, or an automatic one.</source>
      <translation>{lost} des points examinés ont une position, et certains des nœuds autour d'eux aucune, ou l'inverse : des pixels y sont perdus, ou inventés. Utiliser une résolution plus fine, ou automatique.</translation>
    </message>
    <message>
      <source>The error {error_max:.3g} is above the tolerance {tolerance:g}. Use a finer resolution, or an automatic one.</source>
      <translation>L'erreur {error_max:.3g} dépasse la tolérance {tolerance:g}. Utiliser une résolution plus fine, ou automatique.</translation>
    </message>
    <message>
      <source>Done in {time}: {rows} x {cols} nodes, {inside} of them in the source, {masked} without a position.</source>
      <translation>Terminé en {time} : {rows} x {cols} nœuds, {inside} d'entre eux dans la source, {masked} sans position.</translation>
    </message>
    <message>
      <source>Hardly any node has a position. If the target is wider than it should be, as where places lie on both sides of the antimeridian and the coordinate system ends there, choose another one, or give the extent.</source>
      <translation>Presque aucun nœud n'a de position. Si la cible est plus large qu'elle ne devrait, comme lorsque les coordonnées se trouvent des deux côtés de l'antiméridien et que le système de coordonnées s'arrête là, en choisir un autre, ou donner l'emprise.</translation>
    </message>
    <message>
      <source>fine detail turns into false patterns</source>
      <translation>les détails fins se replient en motifs parasites</translation>
    </message>
    <message>
      <source>No pixel is valid: the raster mask or the polygons rule out all of them. Check the mask's band and valid value, and where the polygons lie.</source>
      <translation>Aucun pixel n'est valide : le masque raster ou les polygones les excluent tous. Vérifier la bande du masque et sa valeur des pixels valides, et où sont les polygones.</translation>
    </message>
    <message>
      <source>Valid: {valid} of {pixels} pixels ({share}); {time}, {rate}.</source>
      <translation>Valides : {valid} pixels sur {pixels} ({share}) ; {time}, {rate}.</translation>
    </message>
    <message>
      <source>{equal_nodata} valid pixels happen to equal the nodata value {dst_nodata:g}: only the output mask tells them from invalid ones.</source>
      <translation>{equal_nodata} pixels valides se trouvent égaux à la valeur nodata {dst_nodata:g} : seul le masque de sortie les distingue des invalides.</translation>
    </message>
    <message>
      <source>Masked: {share} of the grid's nodes.</source>
      <translation>Masqués : {share} des nœuds de la grille.</translation>
    </message>
    <message>
      <source>Outside the source: {share} of the grid's nodes.</source>
      <translation>Hors de la source : {share} des nœuds de la grille.</translation>
    </message>
    <message>
      <source>Scale: {size} source pixels per output pixel (down x right, on average).</source>
      <translation>Échelle : {size} pixels de la source par pixel de sortie (vers le bas x la droite, en moyenne).</translation>
    </message>
    <message>
      <source>The grid mirrors the source, as where its first row is the southern one: {share} of its cells turn the other way round.</source>
      <translation>La grille reflète la source comme un miroir, comme lorsque sa première ligne est la plus au sud : {share} de ses mailles tournent en sens inverse.</translation>
    </message>
    <message>
      <source>about {share}</source>
      <translation>environ {share}</translation>
    </message>
    <message>
      <source>The grid mirrors the source: {share} of its cells turn the other way round. If the result shall not be mirrored, the bands of rows ({row_index}) and columns ({col_index}) are exchanged: give them the other way round.</source>
      <translation>La grille reflète la source comme un miroir : {share} de ses mailles tournent en sens inverse. Si le résultat ne doit pas être en miroir, les bandes des lignes ({row_index}) et des colonnes ({col_index}) sont échangées : les donner dans l'autre sens.</translation>
    </message>
    <message>
      <source>The grid is folded: {share} of its cells turn against the others, so parts of the source appear more than once.</source>
      <translation>La grille est repliée : {share} de ses mailles tournent en sens inverse des autres, si bien que des parties de la source apparaissent plus d'une fois.</translation>
    </message>
    <message>
      <source> If the output shall be as fine as the source, the resolution is wrong: it is about {rows} x {cols} then.</source>
      <translation> Si la sortie doit être aussi fine que la source, la résolution est fausse : c'est alors environ {rows} x {cols}.</translation>
    </message>
    <message>
      <source>Aliasing: {share} of the grid's cells have more than {most:g} source pixels per output pixel, where {patterns}. {advice}.{finer}</source>
      <translation>Repliement (aliasing) : {share} des mailles de la grille ont plus de {most:g} pixels de la source par pixel de sortie : {patterns}. {advice}.{finer}</translation>
    </message>
    <message>
      <source>No output pixel is valid: </source>
      <translation>Aucun pixel de sortie n'est valide : </translation>
    </message>
    <message>
      <source>{nothing}every node of the grid is masked. Check the grid's nodata, its mask and the mask's valid value.</source>
      <translation>{nothing}tous les nœuds de la grille sont masqués. Vérifier la valeur nodata de la grille, son masque et la valeur du masque signifiant valide.</translation>
    </message>
    <message>
      <source>its nodes cover {extent}, the source has {whole}</source>
      <translation>ses nœuds couvrent {extent}, la source a {whole}</translation>
    </message>
    <message>
      <source>{nothing}the grid meets the source ({extents}), but masks, nodata, polygons or the border rule out all of it. Check these, and the valid values of the masks.</source>
      <translation>{nothing}la grille recoupe la source ({extents}), mais les masques, nodata, les polygones ou le bord l'excluent entièrement. Les vérifier, ainsi que les valeurs des masques signifiant valide.</translation>
    </message>
    <message>
      <source>their order and their units (pixels, not coordinates on the map)</source>
      <translation>leur ordre et leurs unités (des pixels, pas des coordonnées sur la carte)</translation>
    </message>
    <message>
      <source>which is for rows and which for columns: exchanged, they would meet</source>
      <translation>laquelle est celle des lignes et laquelle celle des colonnes : échangées, la grille et la source se recouperaient</translation>
    </message>
    <message>
      <source>{nothing}nothing of the grid lies in the source; {extents}. Check the grid's bands, {advice}.</source>
      <translation>{nothing}rien de la grille n'est dans la source ; {extents}. Vérifier les bandes de la grille, {advice}.</translation>
    </message>
    <message>
      <source>Smooth the source first</source>
      <translation>Lisser d'abord la source</translation>
    </message>
    <message>
      <source>Choose an anti-alias filter: ANTIALIAS = lanczos, which by itself takes OVERSAMPLING_ROW = {rows} and OVERSAMPLING_COL = {cols} here</source>
      <translation>Choisir un filtre anti-repliement (ANTIALIAS = lanczos), qui prend ici de lui-même {rows} pixels fins en lignes (OVERSAMPLING_ROW) et {cols} en colonnes (OVERSAMPLING_COL)</translation>
    </message>
    <message>
      <source> If it is right, smooth the source first: without, the result aliases.</source>
      <translation> Si elle est juste, lisser d'abord la source : sans cela, le résultat présente du repliement (aliasing).</translation>
    </message>
    <message>
      <source> If it is right, choose an anti-alias filter: ANTIALIAS = lanczos, which by itself takes OVERSAMPLING_ROW = {rows} and OVERSAMPLING_COL = {cols} here: without, the result aliases.</source>
      <translation> Si elle est juste, choisir un filtre anti-repliement (ANTIALIAS = lanczos), qui prend ici de lui-même {rows} pixels fins en lignes (OVERSAMPLING_ROW) et {cols} en colonnes (OVERSAMPLING_COL) : sans cela, le résultat présente du repliement (aliasing).</translation>
    </message>
    <message>
      <source>The grid's resolution looks wrong: nodes are {apart} source pixels apart (down x right, on average), which with resolution {rows} x {cols} makes {size} source pixels per output pixel. Check it: the resolution is the number of output pixels from node to node.{smooth}</source>
      <translation>La résolution de la grille semble fausse : les nœuds sont espacés de {apart} pixels de la source (vers le bas x la droite, en moyenne), ce qui avec la résolution {rows} x {cols} fait {size} pixels de la source par pixel de sortie. La vérifier : la résolution est le nombre de pixels de sortie d'un nœud au suivant.{smooth}</translation>
    </message>
    <message>
      <source>Give more oversampling, or none for an automatic one.</source>
      <translation>Donner plus de suréchantillonnage, ou aucun pour un choix automatique.</translation>
    </message>
    <message>
      <source>More than {finest} there cannot be: smooth the source first.</source>
      <translation>Il ne peut pas y en avoir plus de {finest} : lisser d'abord la source.</translation>
    </message>
    <message>
      <source>Aliasing: with an oversampling of {rows} x {cols} fine pixels are {apart} source pixels apart (down x right, on average), where {patterns}. {advice}</source>
      <translation>Repliement (aliasing) : avec un suréchantillonnage de {rows} x {cols}, les pixels fins sont espacés de {apart} pixels de la source (vers le bas x la droite, en moyenne) : {patterns}. {advice}</translation>
    </message>
    <message>
      <source>metre</source>
      <translation>mètre(s)</translation>
    </message>
    <message>
      <source>degree</source>
      <translation>degré(s)</translation>
    </message>
    <message>
      <source>Output: mask of {rows} rows x {cols} columns, resolution {step_rows} x {step_cols} (pixels of the mask from node to node).</source>
      <translation>Sortie : masque de {rows} lignes x {cols} colonnes, résolution {step_rows} x {step_cols} (pixels du masque d'un nœud au suivant).</translation>
    </message>
    <message>
      <source>mask</source>
      <translation>masque</translation>
    </message>
    <message>
      <source>Source: {rows} rows x {cols} columns, band(s) {named} of {count}.</source>
      <translation>Source : {rows} lignes x {cols} colonnes, bande(s) {named} sur {count}.</translation>
    </message>
    <message>
      <source>Grid: {rows} x {cols} nodes, resolution {step_rows} x {step_cols} (output pixels from node to node).</source>
      <translation>Grille : {rows} x {cols} nœuds, résolution {step_rows} x {step_cols} (pixels de sortie d'un nœud au suivant).</translation>
    </message>
    <message>
      <source>Output: {rows} rows x {cols} columns{part}, {count} band(s) of {dtype}, invalid pixels {nodata:g}; {interpolation} interpolation.</source>
      <translation>Sortie : {rows} lignes x {cols} colonnes{part}, {count} bande(s) de {dtype}, pixels invalides {nodata:g} ; interpolation {interpolation}.</translation>
    </message>
    <message>
      <source> ({strips} for strips, {cache} for GDAL's cache, {expected} per thread for source pixels)</source>
      <translation> ({strips} pour les bandeaux, {cache} pour le cache de GDAL, {expected} par thread pour les pixels de la source)</translation>
    </message>
    <message>
      <source> of {name!r}</source>
      <translation> de {name!r}</translation>
    </message>
    <message>
      <source>Nodes: rows from band {row_index} ({row_reason}), columns from band {col_index}{where} ({col_reason}); resolution: {steps}.</source>
      <translation>Nœuds : lignes de la bande {row_index} ({row_reason}), colonnes de la bande {col_index}{where} ({col_reason}) ; résolution : {steps}.</translation>
    </message>
    <message>
      <source>: nothing to filter</source>
      <translation> : rien à filtrer</translation>
    </message>
    <message>
      <source>Anti-alias: {antialias} of {rows} x {cols} fine pixels per output pixel (rows x columns, {reason}){effect}.</source>
      <translation>Anti-repliement : {antialias} de {rows} x {cols} pixels fins par pixel de sortie (lignes x colonnes, {reason}){effect}.</translation>
    </message>
    <message>
      <source>row {row} and column {col}</source>
      <translation>la ligne {row} et de la colonne {col}</translation>
    </message>
    <message>
      <source> (part of {rows} x {cols} from {origin} on)</source>
      <translation> (partie de {rows} x {cols} à partir de {origin})</translation>
    </message>
    <message>
      <source>Plan: {strips} strip(s) of up to {strip_rows} rows with {tiles} tile(s) of up to {rows} x {cols} pixels, {threads} thread(s).</source>
      <translation>Plan : {strips} bandeau(x) d'au plus {strip_rows} lignes avec {tiles} tuile(s) d'au plus {rows} x {cols} pixels, {threads} thread(s).</translation>
    </message>
    <message>
      <source>Memory: at most {estimate} of the {limit} allowed{parts}.</source>
      <translation>Mémoire : au plus {estimate} sur les {limit} permis{parts}.</translation>
    </message>
    <message>
      <source>{name!r} has no georeference, so the output has none, though the source has: it cannot be placed on the map. Georeference the grid as a raster whose pixels are its nodes.</source>
      <translation>{name!r} n'a pas de géoréférencement, donc la sortie n'en a pas non plus, bien que la source en ait un : elle ne peut pas être située sur la carte. Géoréférencer la grille comme un raster dont les pixels sont ses nœuds.</translation>
    </message>
    <message>
      <source>Place: none, because {name!r} has no georeference; QGIS draws the output at x = column, y = -row.</source>
      <translation>Géoréférencement : aucun, parce que {name!r} n'en a pas ; QGIS dessine la sortie à x = colonne, y = -ligne.</translation>
    </message>
    <message>
      <source>Place: {name}, pixels of {width:.7g} x {height:.7g} {unit} (width x height), first corner at x = {x:.10g}, y = {y:.10g}.</source>
      <translation>Géoréférencement : {name}, pixels de {width:.7g} x {height:.7g} {unit} (largeur x hauteur), premier coin à x = {x:.10g}, y = {y:.10g}.</translation>
    </message>
    <message>
      <source>{name!r} has no coordinate system (CRS), so the output has none and may be placed wrongly on the map. Assign one to the grid, for example with gdal:assignprojection.</source>
      <translation>{name!r} n'a pas de système de coordonnées (SCR), donc la sortie n'en a pas non plus et peut être mal placée sur la carte. En attribuer un à la grille, par exemple avec gdal:assignprojection.</translation>
    </message>
    <message>
      <source>unknown coordinate system</source>
      <translation>système de coordonnées inconnu</translation>
    </message>
    <message>
      <source>units</source>
      <translation>unités</translation>
    </message>
    <message>
      <source>custom coordinate system ({words})</source>
      <translation>système de coordonnées personnalisé ({words})</translation>
    </message>
    <message>
      <source>There are no polygons of valid pixels, so no pixel will be valid. Give one at least, or no layer of them.</source>
      <translation>Il n'y a pas de polygones de pixels valides, donc aucun pixel ne sera valide. En donner au moins un, ou pas de couche.</translation>
    </message>
    <message>
      <source>No polygon of valid pixels meets the {what}, so no pixel will be valid: they cover {extent}, the {what} has {whole}. Check their coordinate system and frame.</source>
      <translation>Aucun polygone de pixels valides ne recoupe le raster ({what}), donc aucun pixel ne sera valide : ils couvrent {extent}, le raster ({what}) a {whole}. Vérifier leur système de coordonnées et leur repère.</translation>
    </message>
    <message>
      <source>Resolution: {suggested} would keep the tolerance of {tolerance:g} source pixels, it is {step}.</source>
      <translation>Résolution : {suggested} respecterait la tolérance de {tolerance:g} pixels de la source, elle est de {step}.</translation>
    </message>
    <message>
      <source>Done in {time}: {rows} x {cols} nodes, {inside} of them in the source.</source>
      <translation>Terminé en {time} : {rows} x {cols} nœuds, {inside} d'entre eux dans la source.</translation>
    </message>
    <message>
      <source>Read in {time}: of {total} nodes {inside} lie in the source, {outside} outside, and {masked} have no position.</source>
      <translation>Lu en {time} : sur {total} nœuds, {inside} sont dans la source, {outside} en dehors, et {masked} n'ont pas de position.</translation>
    </message>
    <message>
      <source>all rows and columns of nodes</source>
      <translation>toutes les lignes et colonnes de nœuds</translation>
    </message>
    <message>
      <source>1 of {stride} of the rows and columns of nodes, with both ends, and borders</source>
      <translation>1 sur {stride} des lignes et colonnes de nœuds, avec les deux extrémités et les limites</translation>
    </message>
    <message>
      <source>Drawn: {lines}: {count} nodes.</source>
      <translation>Dessinés : {lines} : {count} nœuds.</translation>
    </message>
    <message>
      <source>Nodes without a position have no place over the source: choose the frame target to see them.</source>
      <translation>Les nœuds sans position n'ont pas de place sur la source : choisir le repère target pour les voir.</translation>
    </message>
    <message>
      <source>between the lines</source>
      <translation>entre les lignes dessinées</translation>
    </message>
    <message>
      <source>between nodes</source>
      <translation>entre les nœuds dessinés</translation>
    </message>
    <message>
      <source>Borders take too many nodes: those {between} that are drawn are left out. Give a larger density to see them.</source>
      <translation>Les limites demandent trop de nœuds : ceux {between} sont omis. Donner une densité plus grande pour les voir.</translation>
    </message>
    <message>
      <source>has another version of gridr_qgis than this machine. Install the same one on both, and restart the worker.</source>
      <translation>a une autre version de gridr_qgis que cette machine. Installer la même sur les deux, et redémarrer le worker.</translation>
    </message>
    <message>
      <source>cannot open an input: {reason} All machines must see it by this name: put it on a shared disk, or give a /vsi name.</source>
      <translation>ne peut pas ouvrir une entrée : {reason} Toutes les machines doivent la voir sous ce nom : la mettre sur un disque partagé, ou donner un nom en /vsi.</translation>
    </message>
    <message>
      <source>finds another raster at {name!r} than this machine. All must see the same one: put it on a shared disk.</source>
      <translation>trouve en {name!r} un autre raster que cette machine. Toutes doivent voir le même : le mettre sur un disque partagé.</translation>
    </message>
    <message>
      <source>sees {file!r} with {seen}, and this machine sees it with {known}. Copy it anew with its time, or put it on a shared disk.</source>
      <translation>voit {file!r} avec {seen}, et cette machine le voit avec {known}. Le copier de nouveau avec sa date, ou le mettre sur un disque partagé.</translation>
    </message>
    <message>
      <source>nothing in it</source>
      <translation>rien dedans</translation>
    </message>
    <message>
      <source>{size} bytes of {changed}</source>
      <translation>{size} octets du {changed}</translation>
    </message>
    <message>
      <source>cannot write to {folder!r} ({reason}). All machines must see this folder and may write to it: put the output on a shared disk.</source>
      <translation>ne peut pas écrire dans {folder!r} ({reason}). Toutes les machines doivent voir ce dossier et pouvoir y écrire : mettre la sortie sur un disque partagé.</translation>
    </message>
    <message>
      <source>{done:.0f} %, {rate}, {left} left.</source>
      <translation>{done:.0f} %, {rate}, encore {left}.</translation>
    </message>
    <message>
      <source>with it long runs are several times faster</source>
      <translation>avec lui les longues exécutions sont plusieurs fois plus rapides</translation>
    </message>
    <message>
      <source>Kernels: NumPy, as this run is too short to load compiled ones.</source>
      <translation>Noyaux : NumPy, car cette exécution est trop courte pour charger les noyaux compilés.</translation>
    </message>
    <message>
      <source>Kernels: NumPy until compiled ones are loaded.</source>
      <translation>Noyaux : NumPy jusqu'à ce que les noyaux compilés soient chargés.</translation>
    </message>
    <message>
      <source>Kernels: compiled ones only, as chosen: the run waits until they are compiled for this interpolation and these types of data, some 10 to 20 seconds, once.</source>
      <translation>Noyaux : compilés seulement, selon les réglages : l'exécution attend qu'ils soient compilés pour cette interpolation et ces types de données, de 10 à 20 secondes environ, une fois.</translation>
    </message>
    <message>
      <source>Kernels: NumPy, as faster ones could not be compiled here: perhaps their folder is full or cannot be written. The next run tries again.</source>
      <translation>Noyaux : NumPy, car les noyaux plus rapides n'ont pas pu être compilés ici : leur dossier est peut-être plein ou inaccessible en écriture. La prochaine exécution essaiera de nouveau.</translation>
    </message>
    <message>
      <source>Kernels: NumPy while faster ones are compiled for this interpolation and these types of data: some 10 to 20 seconds, the first time only.</source>
      <translation>Noyaux : NumPy pendant que les noyaux plus rapides sont compilés pour cette interpolation et ces types de données : de 10 à 20 secondes environ, la première fois seulement.</translation>
    </message>
    <message>
      <source>Kernels: compiled ones from here on ({share:.0f} % done).</source>
      <translation>Noyaux : compilés à partir d'ici ({share:.0f} % effectués).</translation>
    </message>
    <message>
      <source>Kernels: NumPy, as chosen.</source>
      <translation>Noyaux : NumPy, selon les réglages.</translation>
    </message>
    <message>
      <source>Kernels: NumPy, as numba is not installed; {faster}.</source>
      <translation>Noyaux : NumPy, car numba n'est pas installé ; {faster}.</translation>
    </message>
    <message>
      <source>Kernels: NumPy, as numba cannot be loaded here; {faster}.</source>
      <translation>Noyaux : NumPy, car numba ne peut pas être chargé ici ; {faster}.</translation>
    </message>
    <message>
      <source>{size:.0f} MiB</source>
      <translation>{size:.0f} Mio</translation>
    </message>
    <message>
      <source>{rate:.3g} million pixels/s</source>
      <translation>{rate:.3g} millions de pixels/s</translation>
    </message>
    <message>
      <source>{seconds:.2g} s</source>
      <translation>{seconds:.2g} s</translation>
    </message>
    <message>
      <source>{seconds:.0f} s</source>
      <translation>{seconds:.0f} s</translation>
    </message>
    <message>
      <source>{minutes} min {seconds} s</source>
      <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
      <source>{hours} h {minutes} min</source>
      <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
      <source>less than 0.1 %</source>
      <translation>moins de 0.1 %</translation>
    </message>
    <message>
      <source>more than 99.9 %</source>
      <translation>plus de 99.9 %</translation>
    </message>
    <message>
      <source>{share:.1f} %</source>
      <translation>{share:.1f} %</translation>
    </message>
    <message>
      <source>{rows:.3g} x {cols:.3g}</source>
      <translation>{rows:.3g} x {cols:.3g}</translation>
    </message>
    <message>
      <source>rows {row} to {last_row} and columns {col} to {last_col}</source>
      <translation>les lignes {row} à {last_row} et les colonnes {col} à {last_col}</translation>
    </message>
    <message>
      <source>{method} by {tier}</source>
      <translation>{method} par {tier}</translation>
    </message>
    <message>
      <source>{kind}: {reason}</source>
      <translation>{kind} : {reason}</translation>
    </message>
    <message>
      <source>{count} pixels that must be valid are not</source>
      <translation>{count} pixels qui doivent être valides ne le sont pas</translation>
    </message>
    <message>
      <source>values about 1000 are wrong by {error:.2g}</source>
      <translation>des valeurs d'environ 1000 sont fausses de {error:.2g}</translation>
    </message>
    <message>
      <source>arrays give other values than files</source>
      <translation>les tableaux donnent d'autres valeurs que les fichiers</translation>
    </message>
    <message>
      <source>{name} must be {must}, got {value}. {remedy}</source>
      <translation>{name} : il faut {must} (reçu : {value}). {remedy}</translation>
    </message>
    <message>
      <source>Give an integer of at most 64 bits, such as 2.</source>
      <translation>Donner un entier d'au plus 64 bits, par exemple 2.</translation>
    </message>
    <message>
      <source>Give one that float64 holds, such as 1.5.</source>
      <translation>En donner un que float64 contient, par exemple 1.5.</translation>
    </message>
    <message>
      <source>a finite number</source>
      <translation>un nombre fini</translation>
    </message>
    <message>
      <source>Give one such as 1.5.</source>
      <translation>En donner un, par exemple 1.5.</translation>
    </message>
    <message>
      <source>True or False</source>
      <translation>True ou False</translation>
    </message>
    <message>
      <source>Give one of these two.</source>
      <translation>Donner l'un des deux.</translation>
    </message>
    <message>
      <source>a name</source>
      <translation>un nom</translation>
    </message>
    <message>
      <source>Give it as a text (str) that is not empty.</source>
      <translation>Le donner comme texte (str) qui n'est pas vide.</translation>
    </message>
    <message>
      <source>the name of a file</source>
      <translation>le nom d'un fichier</translation>
    </message>
    <message>
      <source>Give its path as a text (str) or a Path.</source>
      <translation>Donner son chemin comme texte (str) ou Path.</translation>
    </message>
    <message>
      <source>a {kind}</source>
      <translation>un {kind}</translation>
    </message>
    <message>
      <source>Choose one of {choices}.</source>
      <translation>Choisir parmi {choices}.</translation>
    </message>
    <message>
      <source>Give a tuple or a list of up to {most}.</source>
      <translation>Donner un tuple ou une liste d'au plus {most}.</translation>
    </message>
    <message>
      <source>some values in order</source>
      <translation>des valeurs dans l'ordre</translation>
    </message>
    <message>
      <source>Give a tuple such as {example}.</source>
      <translation>Donner un tuple, par exemple {example}.</translation>
    </message>
    <message>
      <source>two finite numbers (row, column)</source>
      <translation>deux nombres finis (ligne, colonne)</translation>
    </message>
    <message>
      <source>two whole numbers (row, column)</source>
      <translation>deux nombres entiers (ligne, colonne)</translation>
    </message>
    <message>
      <source>two whole numbers</source>
      <translation>deux nombres entiers</translation>
    </message>
    <message>
      <source>two ranges ((row, row_stop), (column, column_stop))</source>
      <translation>deux intervalles ((row, row_stop), (column, column_stop))</translation>
    </message>
    <message>
      <source>four finite numbers (x_min, y_min, x_max, y_max)</source>
      <translation>quatre nombres finis (x_min, y_min, x_max, y_max)</translation>
    </message>
    <message>
      <source>Give a dict of texts, such as {{"COMPRESS": "DEFLATE"}}.</source>
      <translation>Donner un dict de textes, par exemple {{"COMPRESS": "DEFLATE"}}.</translation>
    </message>
    <message>
      <source>options by name</source>
      <translation>des options par nom</translation>
    </message>
    <message>
      <source>a dict or None</source>
      <translation>un dict ou None</translation>
    </message>
    <message>
      <source>Give names with their values.</source>
      <translation>Donner des noms avec leurs valeurs.</translation>
    </message>
    <message>
      <source>the name of a type</source>
      <translation>le nom d'un type</translation>
    </message>
    <message>
      <source>Give numpy's, such as "float32".</source>
      <translation>Donner celui de numpy, par exemple "float32".</translation>
    </message>
    <message>
      <source>row</source>
      <translation>ligne</translation>
    </message>
    <message>
      <source>column</source>
      <translation>colonne</translation>
    </message>
    <message>
      <source>rows</source>
      <translation>lignes</translation>
    </message>
    <message>
      <source>columns</source>
      <translation>colonnes</translation>
    </message>
  </context>
</TS>
